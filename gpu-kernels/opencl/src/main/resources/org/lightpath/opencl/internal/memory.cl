/*
 * Memory of the streams of an operand, which lie as encode.cl leaves them: e'[k] = p e'[k-1] + (1 - p) e[k],
 * s[k] = (1 - d) e'[k] + d e'[k-1]. An item takes a chunk of a stream and begins so many symbols before it that what came earlier
 * has decayed below the rounding; neighbouring items have neighbouring streams.
 *
 * Launch: guarded, any group. Global memory: one write and 1 + warmUp / chunk reads of each value, most of the repeated ones from
 * the caches. Flops: 6 for each read. Floor: bytes over bandwidth. Limits: few streams that are short against the memory leave
 * most of a GPU idle.
 */
__kernel void remember(
    const __global real *restrict source, __global real *restrict target, const long count, const int streams, const int inner,
    const int paddedStreams, const int paddedInner, const int window, const int paddedWindow, const int chunk, const int warmUp,
    const real pole, const real fresh, const real punctual, const real late) {
  const long i = get_global_id(0);
  if (i < count) {
    const int chunks = (inner + chunk - 1) / chunk;
    const int first = i / streams % chunks * chunk;
    const int end = min(first + chunk, inner);
    const long base = PLACE(i / streams / chunks, 0, i % streams);
    real before = 0;
    for (int k = max(0, first - warmUp); k < end; k++) {
      const long at = base + position(k, window, paddedWindow) * STREAM_STEP;
      const real now = fma(pole, before, fresh * source[at]);
      if (k >= first) {
        target[at] = fma(punctual, now, late * before);
      }
      before = now;
    }
  }
}
