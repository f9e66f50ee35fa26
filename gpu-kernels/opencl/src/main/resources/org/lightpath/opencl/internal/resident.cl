/*
 * A whole span in one launch: the field of a unit stays in registers through all steps,
 *
 *   x <- IFFT(H_o FFT(x)),  then x <- x exp(-2 pi j c_o P) after every operator o but the last of the plan.
 *
 * A unit is what turns together: one mode of one field (scalar), or all MODES modes of a field (Manakov). H is stored as
 * [slot][row][spectral order of the line], divided by LENGTH; where HOLD is defined each item keeps its bins of H in registers
 * as long as the slot does not change.
 *
 * Launch: LINES units to a group of GROUP items, ceil(units / LINES) groups, or fewer that take several in turn
 * (PERSISTENT) and keep H of one unit for the next. Global memory: one read and one write of the field
 * for a span (2 T), and H once for each change of slot (HOLD) or once an operator (from the caches). Flops a sample and step:
 * 10 log2 N + 16 for each stage but the last + 6 (H) + 38 (rotation). Floor: local memory, 8 (stages - 1) accesses of 4 bytes a
 * sample and step in single precision.
 */
#if ROWS > 1
#define H_ROW(unit, mode) (MODES > 1 ? (mode) : (int)((unit) % FIELD_MODES))
#else
#define H_ROW(unit, mode) 0
#endif
#define H_ROWS_HELD (MODES > 1 ? ROWS : 1)

INLINE void applyOperator(cplx *x, const Line *line, const __global cplx *restrict h, long unit) {
#if ROWS > 1
  UNROLL for (int m = 0; m < MODES; m++) {
    const __global cplx *restrict row = h + H_ROW(unit, m) * LENGTH;
    FOR_LAST(line, x[m * POINTS + i] = multiply(x[m * POINTS + i], row[n]).yx;)
  }
#else
  FOR_LAST(line, const cplx value = h[n]; UNROLL for (int m = 0; m < MODES; m++) {
    x[m * POINTS + i] = multiply(x[m * POINTS + i], value).yx;
  })
#endif
}

#ifdef HOLD
INLINE void holdOperator(cplx *held, const Line *line, const __global cplx *restrict h, long unit) {
  UNROLL for (int m = 0; m < H_ROWS_HELD; m++) {
    const __global cplx *restrict row = h + H_ROW(unit, m) * LENGTH;
    FOR_LAST(line, held[m * POINTS + i] = row[n];)
  }
}

INLINE void applyHeld(cplx *x, const cplx *held) {
  UNROLL for (int m = 0; m < MODES; m++) {
    UNROLL for (int i = 0; i < POINTS; i++) {
      x[m * POINTS + i] = multiply(x[m * POINTS + i], held[m % H_ROWS_HELD * POINTS + i]).yx;
    }
  }
}
#endif

GROUP_KERNEL void span(
    __global cplx *restrict field, const __global cplx *restrict roots, const __global cplx *restrict transfer,
    const __global int *restrict slots, const __global cplx *restrict weights, const __global cplx *restrict gammas,
    const int units, const int firstField, const int gammaStride, const int from, const int to, const int rotations,
    const real amplitude) {
  __local real planes[HALVES_OF_RING * TOGETHER * PLANE];
  Line own = lineOf(planes);
  Line *line = &own;
#ifdef HOLD
  cplx held[H_ROWS_HELD * POINTS];
  UNROLL for (int i = 0; i < H_ROWS_HELD * POINTS; i++) {
    held[i] = (cplx)(0, 0);
  }
  int heldSlot = -1;
#endif
#ifdef PERSISTENT
  for (int group = get_group_id(0); group < (units + LINES - 1) / LINES; group += get_num_groups(0)) {
#else
  {
    const int group = get_group_id(0);
#endif
    const long unit = (long)group * LINES + line->line;
    const bool present = unit < units;
    __global cplx *restrict samples = field + unit * MODES * LENGTH;
    cplx x[MODES * POINTS];
    UNROLL for (int i = 0; i < MODES * POINTS; i++) {
      x[i] = (cplx)(0, 0);
    }
    cplx gamma = (cplx)(0, 0);
    if (present) {
      gamma = gammas[(firstField + unit * MODES / FIELD_MODES) * gammaStride];
      UNROLL for (int m = 0; m < MODES; m++) {
        FOR_FIRST(line, x[m * POINTS + i] = samples[m * LENGTH + n];)
      }
    }
#if defined(HOLD) && ROWS > 1 && MODES == 1
    heldSlot = -1; /* another mode's */
#endif
    for (int o = from; o < to; o++) {
      const int slot = slots[o];
      const __global cplx *restrict h = transfer + (long)slot * (ROWS * LENGTH);
      const int again = AGAIN(slot);
      FORWARD(x, line, roots + again);
#ifdef HOLD
      if (slot != heldSlot) {
        holdOperator(held, line, h, unit);
        heldSlot = slot;
      }
      applyHeld(x, held);
#else
      applyOperator(x, line, h, unit);
#endif
      INVERSE(x, line, roots - again);
      swapParts(x);
      if (o < rotations) {
        rotateAll(x, turnsPerWatt(gamma, weights[o]));
      }
    }
    if (present) {
      UNROLL for (int m = 0; m < MODES; m++) {
        FOR_FIRST(line, samples[m * LENGTH + n] = x[m * POINTS + i] * amplitude;)
      }
    }
  }
}
