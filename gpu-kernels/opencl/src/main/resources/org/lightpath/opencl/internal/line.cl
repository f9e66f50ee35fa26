/*
 * Lines: transforms of LENGTH samples inside a work-group, ITEMS work-items to a line, LINES lines to a group, MODES transforms
 * side by side in the registers of an item.
 *
 *   X_k = sum_n x_n exp(-2 pi j k n / LENGTH)
 *
 * by decimation in frequency: stage s splits every sub-transform of RADIX * STRIDE samples into RADIX of STRIDE. Work-item t
 * holds the samples of the butterflies t, t + ITEMS, ...; between stages the samples change owners through local memory, real
 * and imaginary parts in planes of their own. The spectrum stays in the order in which the last stage leaves it. The way back
 * runs the same stages in reverse order with re and im swapped, so that every rounded factor meets its own conjugate.
 *
 * Local memory: HALVES_OF_RING * TOGETHER planes of PLANE reals; TOGETHER planes are exchanged between two barriers, and with
 * two halves in turn one barrier is enough. Each exchange leaves some slots free after every so many, as suits the strides of
 * both its stages: neighbouring items then meet different banks.
 *
 * Launch: GROUP = LINES * ITEMS work-items, all of which must take part.
 */
typedef struct {
  __local real *planes;
  int base;
  uint item;
  uint line;
} Line;

#if COLUMNS
#define SLOT_INDEX(position, line) ((position) * LINES + (line))
#else
#define SLOT_INDEX(position, line) ((line) * LENGTH + (position))
#endif

INLINE Line lineOf(__local real *planes) {
  const uint id = get_local_id(0);
#if COLUMNS
  const Line line = {planes, 0, id / LINES, id % LINES};
#else
  const Line line = {planes, 0, id % ITEMS, id / ITEMS};
#endif
  return line;
}

#if HALVES_OF_RING == 2
#define RELEASE(line) (line)->base = TOGETHER * PLANE - (line)->base
#else
#define RELEASE(line) barrier(CLK_LOCAL_MEM_FENCE)
#endif

/* Moves the samples from the owners of one stage to those of another. */
#define EXCHANGE(PUT, GET, x, line)                                                                         \
  UNROLL for (int p = 0; p < 2 * MODES; p += TOGETHER) {                                                    \
    UNROLL for (int i = p; i < p + TOGETHER; i++) {                                                         \
      PUT((line)->planes + (line)->base + (i - p) * PLANE, (x) + i / 2 * POINTS, line, i % 2, EVERY, FREE); \
    }                                                                                                       \
    barrier(CLK_LOCAL_MEM_FENCE);                                                                           \
    UNROLL for (int i = p; i < p + TOGETHER; i++) {                                                         \
      GET((line)->planes + (line)->base + (i - p) * PLANE, (x) + i / 2 * POINTS, line, i % 2, EVERY, FREE); \
    }                                                                                                       \
    RELEASE(line);                                                                                          \
  }

/* Slot of an index where FREE slots are left free after EVERY. */
INLINE uint padded(uint index, uint every, uint free_) {
  return index + index / every * free_;
}

/* Swaps real and imaginary parts, which turns a forward transform into an inverse one and back. */
INLINE void swapParts(cplx *x) {
UNROLL
  for (int i = 0; i < MODES * POINTS; i++) {
    x[i] = x[i].yx;
  }
}
