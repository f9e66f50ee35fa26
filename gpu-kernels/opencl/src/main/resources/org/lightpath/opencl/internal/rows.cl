/*
 * Rows of the four-step transform: HEIGHT rows of LENGTH neighbouring samples for each mode (HEIGHT = 1: the row is the mode).
 *
 *   rows:         y <- IFFT(H FFT(y)), H = [slot][row of modes][row][spectral order of the line], divided by HEIGHT * LENGTH
 *   rowsForward:  y <- FFT(y), left in spectral order
 *   rowsInverse:  y <- a IFFT(y) * LENGTH, from spectral order
 *
 * Launch: LINES rows to a group of GROUP items, ceil(rows / LINES) groups. Global memory: 2 T (one read, one write of the
 * field) and one read of H for the whole batch. Flops a sample: 10 log2 LENGTH + 16 for each stage but the last + 6 (H).
 * Floor: 2 T over the bandwidth, and H where it does not stay in the caches.
 */
#define ROW_KERNEL GROUP_KERNEL

#define ROW_PROLOGUE                                           \
  __local real planes[HALVES_OF_RING * TOGETHER * PLANE];      \
  Line own = lineOf(planes);                                   \
  Line *line = &own;                                           \
  const long row = (long)get_group_id(0) * LINES + line->line; \
  const bool present = row < total;                            \
  __global cplx *restrict samples = field + row * LENGTH;      \
  cplx x[POINTS];                                              \
  UNROLL for (int i = 0; i < POINTS; i++) {                    \
    x[i] = (cplx)(0, 0);                                       \
  }

ROW_KERNEL void rows(
    __global cplx *restrict field, const __global cplx *restrict roots, const __global cplx *restrict transfer, const int total,
    const int slot) {
  ROW_PROLOGUE
  const long mode = ROWS > 1 ? row / HEIGHT % FIELD_MODES : 0;
  const __global cplx *restrict h = transfer + ((slot * (long)ROWS + mode) * HEIGHT + row % HEIGHT) * LENGTH;
  if (present) {
    FOR_FIRST(line, x[i] = samples[n];)
  }
  FORWARD(x, line, roots);
  FOR_LAST(line, x[i] = multiply(x[i], h[n]).yx;)
  INVERSE(x, line, roots + AGAIN(slot));
  if (present) {
    FOR_FIRST(line, samples[n] = x[i].yx;)
  }
}

ROW_KERNEL void rowsForward(__global cplx *restrict field, const __global cplx *restrict roots, const int total) {
  ROW_PROLOGUE
  if (present) {
    FOR_FIRST(line, x[i] = samples[n];)
  }
  FORWARD(x, line, roots);
  if (present) {
    FOR_LAST(line, samples[n] = x[i];)
  }
}

ROW_KERNEL void rowsInverse(
    __global cplx *restrict field, const __global cplx *restrict roots, const int total, const real amplitude) {
  ROW_PROLOGUE
  if (present) {
    FOR_LAST(line, x[i] = samples[n].yx;)
  }
  INVERSE(x, line, roots);
  if (present) {
    FOR_FIRST(line, samples[n] = x[i].yx * amplitude;)
  }
}
