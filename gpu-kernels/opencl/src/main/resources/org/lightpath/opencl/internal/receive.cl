/*
 * Readout of sums that matmul.cl left in global memory (SPLIT), in place, one window:
 *
 *   C_ij = s (gain_j convert(y_ij + offsets + sqrt(v_ij) n) + offset_j)
 *
 * Built by what matmul.cl is built by, with SECONDS for the sums of a second product, and SEGMENT.
 *
 * Launch: one group of SEGMENT items for SEGMENT neighbouring columns of a row; an item has one output. Global memory: C read
 * and written once, the second sums read once, norms of columns once a row, through the caches. Local memory: one counter an
 * item. Flops: about 100 integer and 40 floating operations for each normal, none else of weight. Floor: flops. Limits: rows of
 * few columns leave items idle.
 */
__kernel __attribute__((reqd_work_group_size(SEGMENT, 1, 1))) void receive(
    __global real *restrict result, const __global real *restrict seconds, const __global cplx *restrict leftNorms,
    const __global cplx *restrict rightNorms, const __global cplx *restrict corrections,
    const __global real *restrict receiver, __global uint *restrict clipped, const int rows, const int columns,
    const int paddedRows, const int paddedColumns, const int batch, const int shared, const ulong seed, const uint stream,
    const real scale, const uint sample) {
  __local uint clippedBy[SEGMENT];
  const Receiver r = {receiver[0], receiver[1], receiver[2], receiver[3], receiver[4], receiver[5], receiver[6]};
  const int item = get_local_id(0);
  const int across = (columns + SEGMENT - 1) / SEGMENT;
  const long line = get_group_id(0) / across;
  const long matrix = line / rows;
  const int row = line % rows;
  const int column = get_group_id(0) % across * SEGMENT + item;
  uint clipping = 0;
  if (column < columns) {
    const ulong index = (ulong)line * columns + column;
    real y = result[index];
    real shot = 0;
#if defined(OFFSET) || defined(VARIANCE)
    const cplx ofLeft = leftNorms[matrix * paddedRows + row];
    const cplx ofRight = rightNorms[(shared ? 0 : matrix) * paddedColumns + column];
    y += ofLeft.x + ofRight.x;
    shot = ofLeft.y + ofRight.y;
#endif
#ifdef SECONDS
    shot = fma(r.second, seconds[index], shot);
#endif
    real c = received(y, shot, index, &r, seed, stream, sample, &clipping);
#ifdef CORRECTED
    c = fma(corrections[column].x, c, corrections[column].y);
#endif
    result[index] = scale * c;
  }
#ifdef CONVERTER
  clippedBy[item] = clipping;
  barrier(CLK_LOCAL_MEM_FENCE);
  if (item == 0) {
    uint number = 0;
    for (int i = 0; i < SEGMENT; i++) {
      number += clippedBy[i];
    }
    countAll(clipped, number);
  }
#endif
}
