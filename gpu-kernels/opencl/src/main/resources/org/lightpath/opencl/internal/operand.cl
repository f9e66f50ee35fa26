/*
 * What the kernels of matrix products share: where a value of a stream lies, and counters.
 */
/* Place of the k-th value of a stream: windows are padded. */
INLINE long position(int k, int window, int paddedWindow) {
  return (long)(k / window) * paddedWindow + k % window;
}

/*
 * Where a position of a stream lies: (matrix, position, stream), or where PANEL is defined in panels of so many streams,
 * (matrix, panel, position, stream of the panel). STREAM_STEP is the distance of neighbouring positions.
 */
#ifdef PANEL
#define STREAM_STEP PANEL
#define PLACE(matrix, at, s) \
  ((((long)(matrix) * (paddedStreams / PANEL) + (s) / PANEL) * paddedInner + (at)) * PANEL + (s) % PANEL)
#else
#define STREAM_STEP paddedStreams
#define PLACE(matrix, at, s) (((long)(matrix) * paddedInner + (at)) * paddedStreams + (s))
#endif

/* Adds a group's number to a counter of 64 bits in two words; the order of the groups does not matter. */
INLINE void countAll(__global uint *restrict counter, uint number) {
  if (number > 0) {
    const uint before = atomic_add(counter, number);
    if (before + number < before) {
      atomic_inc(counter + 1);
    }
  }
}
