/*
 * What the kernels of matrix products share: where a value of a stream lies, and counters.
 */
/* Place of the k-th value of a stream: windows are padded. */
INLINE long position(int k, int window, int paddedWindow) {
  return (long)(k / window) * paddedWindow + k % window;
}

/* Adds a group's number to a counter of 64 bits in two words; the order of the groups does not matter. */
INLINE void countAll(__global uint *restrict counter, uint number) {
  if (number > 0) {
    const uint before = atomic_add(counter, number);
    if (before + number < before) {
      atomic_inc(counter + 1);
    }
  }
}
