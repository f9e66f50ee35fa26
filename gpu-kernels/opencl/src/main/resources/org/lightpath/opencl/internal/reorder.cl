/*
 * Between natural order, bin k, and the order in which a program keeps a spectrum: row p, column c holds the bin
 * rowBins[p] + HEIGHT * columnBins[c].
 *
 *   toNatural:  target[k] = source[p, c]        fromNatural:  target[p, c] = source[k]
 *
 * from the samples of source that begin at an offset.
 *
 * Launch: any group size; guarded. Global memory: 2 T, scattered on one side.
 */
#define SPECTRUM ((long)HEIGHT * WIDTH)

INLINE long binOf(long i, const __global int *restrict rowBins, const __global int *restrict columnBins) {
  const int stored = (int)(i % SPECTRUM);
  return i - stored + rowBins[stored / WIDTH] + (long)HEIGHT * columnBins[stored % WIDTH];
}

__kernel void toNatural(
    const __global cplx *restrict source, __global cplx *restrict target, const __global int *restrict rowBins,
    const __global int *restrict columnBins, const long offset,
    const long count) {
  const long i = get_global_id(0);
  if (i < count) {
    target[binOf(i, rowBins, columnBins)] = source[offset + i];
  }
}

__kernel void fromNatural(
    const __global cplx *restrict source, __global cplx *restrict target, const __global int *restrict rowBins,
    const __global int *restrict columnBins, const long offset,
    const long count) {
  const long i = get_global_id(0);
  if (i < count) {
    target[i] = source[offset + binOf(i, rowBins, columnBins)];
  }
}
