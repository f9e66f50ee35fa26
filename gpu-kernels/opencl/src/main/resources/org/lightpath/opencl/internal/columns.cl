/*
 * Columns of the four-step transform N = LENGTH * WIDTH, sample n = n1 WIDTH + n2, bin k = k1 + LENGTH k2:
 *
 *   Y[k1, n2] = exp(-2 pi j n2 k1 / N) sum_n1 x[n1, n2] exp(-2 pi j n1 k1 / LENGTH)
 *
 * in place; row p of Y holds the k1 in which the last stage of the line leaves it. Kernel columns, between two linear operators:
 * inverse transform, rotation x <- x exp(-2 pi j c P), forward transform. A work-group takes LINES neighbouring columns of one
 * unit (a mode, or all MODES modes of a field that turn together), so that it reads and writes LINES samples at a stretch.
 *
 * The factor exp(-2 pi j n2 k1 / N) is the product outer[n2 / FACTORS][p] * inner[p][n2 % FACTORS] of two tables, the first read at
 * a stretch and the second from the caches. Its rounded modulus would meet itself at every step: on the way back the
 * product takes 1 / |w|^2 along.
 *
 * Launch: WIDTH / LINES groups of GROUP items for each unit, LINES divides WIDTH. Global memory: 2 T (one read, one write of
 * the field) and N / LINES factors. Flops a sample: 10 log2 LENGTH + 16 for each stage + 38 (rotation) + 26 (factors).
 * Floor: 2 T over the bandwidth.
 */
#define TOTAL ((long)LENGTH * WIDTH)
#define COLUMN_GROUPS (WIDTH / LINES)

/*
 * FACTORS decides the factors' rounding, and is what the planner gave LINES. Groups of other LINES read the same factors: their
 * tables begin at the first column of the group, or of the item where a group has several times FACTORS columns.
 */
#if LINES == FACTORS
#define OUTER_OF(stretch, line) (stretch)
#define INNER_FROM(stretch, line) 0
#define FACTOR_OF(line) (line)->line
#else
#define OUTER_OF(stretch, line) (((stretch) * LINES + (line)->line) / FACTORS)
#define INNER_FROM(stretch, line) (((stretch) * LINES + (line)->line) % FACTORS)
#define FACTOR_OF(line) 0
#endif

INLINE cplx factor(const __global cplx *restrict outer, const __global cplx *restrict inner, const Line *line, uint p) {
  return multiply(outer[p], inner[p * FACTORS + FACTOR_OF(line)]);
}

/* 1 / |w|^2 - 1 of a number of modulus 1 up to rounding, without losing it to rounding again. */
INLINE real excess(cplx w) {
  const real a = fmax(fabs(w.x), fabs(w.y));
  const real b = fmin(fabs(w.x), fabs(w.y));
  const real aa = a * a;
  const real bb = b * b;
  return -(((aa - 1) + bb) + (fma(a, a, -aa) + fma(b, b, -bb)));
}

INLINE void multiplyFactors(
    cplx *x, const Line *line, const __global cplx *restrict outer, const __global cplx *restrict inner) {
  FOR_LAST(line, const cplx w = factor(outer, inner, line, n); UNROLL for (int m = 0; m < MODES; m++) {
    x[m * POINTS + i] = multiply(x[m * POINTS + i], w);
  })
}

INLINE void divideFactors(
    cplx *x, const Line *line, const __global cplx *restrict outer, const __global cplx *restrict inner) {
  FOR_LAST(line, const cplx w = factor(outer, inner, line, n); const real lacking = excess(w);
           UNROLL for (int m = 0; m < MODES; m++) {
             const cplx y = multiply(x[m * POINTS + i].yx, w);
             x[m * POINTS + i] = (cplx)(fma(y.x, lacking, y.x), fma(y.y, lacking, y.y));
           })
}

INLINE void loadFirst(cplx *x, const Line *line, const __global cplx *restrict samples) {
  UNROLL for (int m = 0; m < MODES; m++) {
    FOR_FIRST(line, x[m * POINTS + i] = samples[m * TOTAL + (long)n * WIDTH];)
  }
}

INLINE void loadLast(cplx *x, const Line *line, const __global cplx *restrict samples) {
  UNROLL for (int m = 0; m < MODES; m++) {
    FOR_LAST(line, x[m * POINTS + i] = samples[m * TOTAL + (long)n * WIDTH];)
  }
}

INLINE void storeLast(const cplx *x, const Line *line, __global cplx *restrict samples) {
  UNROLL for (int m = 0; m < MODES; m++) {
    FOR_LAST(line, samples[m * TOTAL + (long)n * WIDTH] = x[m * POINTS + i];)
  }
}

#define COLUMN_KERNEL GROUP_KERNEL

#define COLUMN_PROLOGUE                                                                          \
  __local real planes[HALVES_OF_RING * TOGETHER * PLANE];                                        \
  Line own = lineOf(planes);                                                                     \
  Line *line = &own;                                                                             \
  const long unit = get_group_id(0) / COLUMN_GROUPS;                                             \
  const int stretch = get_group_id(0) % COLUMN_GROUPS;                                           \
  const __global cplx *restrict outer = outers + (long)OUTER_OF(stretch, line) * LENGTH;         \
  const __global cplx *restrict inner = inners + INNER_FROM(stretch, line);                      \
  __global cplx *restrict samples = field + unit * MODES * TOTAL + stretch * LINES + line->line; \
  cplx x[MODES * POINTS];                                                                        \
  UNROLL for (int i = 0; i < MODES * POINTS; i++) {                                              \
    x[i] = (cplx)(0, 0);                                                                         \
  }

/* Before the first linear operator: forward only. */
COLUMN_KERNEL void columnsForward(
    __global cplx *restrict field, const __global cplx *restrict roots, const __global cplx *restrict outers,
    const __global cplx *restrict inners) {
  COLUMN_PROLOGUE
  loadFirst(x, line, samples);
  FORWARD(x, line, roots);
  multiplyFactors(x, line, outer, inner);
  storeLast(x, line, samples);
}

/* After the last linear operator: inverse only, times a factor. */
COLUMN_KERNEL void columnsInverse(
    __global cplx *restrict field, const __global cplx *restrict roots, const __global cplx *restrict outers,
    const __global cplx *restrict inners, const real amplitude) {
  COLUMN_PROLOGUE
  loadLast(x, line, samples);
  divideFactors(x, line, outer, inner);
  INVERSE(x, line, roots);
  UNROLL for (int m = 0; m < MODES; m++) {
    FOR_FIRST(line, samples[m * TOTAL + (long)n * WIDTH] = x[m * POINTS + i].yx * amplitude;)
  }
}

/* Between two linear operators. */
COLUMN_KERNEL void columns(
    __global cplx *restrict field, const __global cplx *restrict roots, const __global cplx *restrict outers,
    const __global cplx *restrict inners, const __global cplx *restrict weights, const __global cplx *restrict gammas,
    const int firstField, const int gammaStride, const int step) {
  COLUMN_PROLOGUE
  const int again = AGAIN(step);
  loadLast(x, line, samples);
  divideFactors(x, line, outer, inner);
  INVERSE(x, line, roots);
  swapParts(x);
  rotateAll(x, turnsPerWatt(gammas[(firstField + unit * MODES / FIELD_MODES) * gammaStride], weights[step]));
  FORWARD(x, line, roots + again);
  multiplyFactors(x, line, outer + again, inner + again);
  storeLast(x, line, samples);
}
