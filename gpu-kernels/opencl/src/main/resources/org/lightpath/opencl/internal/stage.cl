/*
 * One stage of a line: taken into the program once for each stage, with
 *
 *   STAGE, BEFORE   number of this stage and of the one before it
 *   RADIX, STRIDE   butterfly of RADIX samples, STRIDE apart
 *   ROOTS           where the factors exp(-2 pi j m k / (RADIX STRIDE)) of this stage begin, stored as [m - 1][k]
 *   EVERY, FREE     slots left free in the exchange with the stage before
 *
 * Butterfly b begins at position b / STRIDE * RADIX * STRIDE + b % STRIDE. Flops a sample: 5 log2 RADIX and 8 for the factor;
 * local memory: 8 bytes written and 8 read (single precision).
 */
#define BUTTERFLIES (LENGTH / RADIX)
#define PER_ITEM ((BUTTERFLIES + ITEMS - 1) / ITEMS)
#if COLUMNS
#define STEP (STRIDE * LINES)
#else
#define STEP STRIDE
#endif
/* Whether all samples of a butterfly lie a constant apart: no carry can meet the free slots. */
#define REGULAR(every)                                                                            \
  (STEP % (every) == 0 || ((every) % STEP == 0 && (COLUMNS || LINES == 1 || LENGTH % (every) == 0) && \
                           (RADIX * STEP % (every) == 0 || (every) % (RADIX * STEP) == 0)))
#define NAME(f) JOIN(f, STAGE)
#define NAME_BEFORE(f) JOIN(f, BEFORE)

/* Slot of sample q of a butterfly that begins at an index. */
INLINE uint NAME(slot)(uint begin, uint q, const uint every, const uint free_) {
  return REGULAR(every) ? padded(begin, every, free_) + padded(q * STEP, every, free_) : padded(begin + q * STEP, every, free_);
}

INLINE void NAME(put)(
    __local real *plane, const cplx *x, const Line *line, int part, const uint every, const uint free_) {
UNROLL
  for (int j = 0; j < PER_ITEM; j++) {
    const uint b = line->item + j * ITEMS;
    if (BUTTERFLIES % ITEMS == 0 || b < BUTTERFLIES) {
      const uint begin = SLOT_INDEX(b / STRIDE * (RADIX * STRIDE) + b % STRIDE, line->line);
UNROLL
      for (int q = 0; q < RADIX; q++) {
        plane[NAME(slot)(begin, q, every, free_)] = part == 0 ? x[j * RADIX + q].x : x[j * RADIX + q].y;
      }
    }
  }
}

INLINE void NAME(get)(
    const __local real *plane, cplx *x, const Line *line, int part, const uint every, const uint free_) {
UNROLL
  for (int j = 0; j < PER_ITEM; j++) {
    const uint b = line->item + j * ITEMS;
    if (BUTTERFLIES % ITEMS == 0 || b < BUTTERFLIES) {
      const uint begin = SLOT_INDEX(b / STRIDE * (RADIX * STRIDE) + b % STRIDE, line->line);
UNROLL
      for (int q = 0; q < RADIX; q++) {
        const real value = plane[NAME(slot)(begin, q, every, free_)];
        if (part == 0) {
          x[j * RADIX + q].x = value;
        } else {
          x[j * RADIX + q].y = value;
        }
      }
    }
  }
}

INLINE void NAME(factors)(cplx *x, const Line *line, const __global cplx *restrict roots) {
#if STRIDE > 1
UNROLL
  for (int j = 0; j < PER_ITEM; j++) {
    const uint k = (line->item + j * ITEMS) % STRIDE;
UNROLL
    for (int q = 1; q < RADIX; q++) {
      const cplx w = roots[ROOTS + (q - 1) * STRIDE + k];
UNROLL
      for (int m = 0; m < MODES; m++) {
        x[m * POINTS + j * RADIX + q] = multiply(x[m * POINTS + j * RADIX + q], w);
      }
    }
  }
#endif
}

INLINE void NAME(butterflies)(cplx *x) {
UNROLL
  for (int m = 0; m < MODES; m++) {
UNROLL
    for (int j = 0; j < PER_ITEM; j++) {
      JOIN(butterfly, RADIX)(x + m * POINTS + j * RADIX);
    }
  }
}

/* All stages up to this one. */
INLINE void NAME(forward)(cplx *x, Line *line, const __global cplx *restrict roots) {
#if STAGE > 0
  NAME_BEFORE(forward)(x, line, roots);
  EXCHANGE(NAME_BEFORE(put), NAME(get), x, line)
#endif
  NAME(butterflies)(x);
  NAME(factors)(x, line, roots);
}

/* All stages from this one back to the first, on swapped parts. */
INLINE void NAME(inverse)(cplx *x, Line *line, const __global cplx *restrict roots) {
  NAME(factors)(x, line, roots);
  NAME(butterflies)(x);
#if STAGE > 0
  EXCHANGE(NAME(put), NAME_BEFORE(get), x, line)
  NAME_BEFORE(inverse)(x, line, roots);
#endif
}

#undef BUTTERFLIES
#undef STEP
#undef REGULAR
#undef PER_ITEM
#undef NAME
#undef NAME_BEFORE
