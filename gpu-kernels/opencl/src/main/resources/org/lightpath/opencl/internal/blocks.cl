/*
 * One layer of diamonds of a mesh, in place: SIDE neighbouring modes of a field become T times themselves, T a dense complex
 * matrix composed on the host, for every window of SIDE modes side by side. Windows reach beyond the modes at both ends, where
 * there is nothing: zeros are read, nothing is written.
 *
 * A group takes VECTORS vectors of a window to local memory, slabs of SLAB columns of T (k-major) pass beside them, and an
 * item sums ITEM_ROWS x ITEM_VECTORS outputs in registers. Neighbouring lanes have neighbouring vectors: reads of the field's
 * tile are without bank conflicts, those of T are broadcasts. The sums are chains of fma in the order of k.
 *
 * Launch: LANE_ROWS x LANE_VECTORS items for each window and VECTORS vectors of a field. Global memory: one read, one write of
 * the field, T once from memory and for each group through the caches. Local memory: (SIDE VECTORS + SLAB SIDE) complex
 * numbers, 36 KiB for 64 x 64 in single precision. Registers of an item on sm_90 by ptxas 13.0: 56, 68 in double. Flops: 8
 * SIDE a mode and vector. Floor: flops over peak where SIDE is 64, single precision. Limits: the first and last window of a
 * layer are half empty; few vectors leave lanes idle.
 */
#define SLAB 8
#define LANE_ROWS (SIDE / ITEM_ROWS)
#define LANE_VECTORS (VECTORS / ITEM_VECTORS)
#define GROUP (LANE_ROWS * LANE_VECTORS)
#define OUTPUTS (ITEM_ROWS * ITEM_VECTORS)

GROUP_KERNEL void meshBlocks(
    __global cplx *restrict field, const __global cplx *restrict matrices, const int modes, const int vectors,
    const int matricesOfChip, const int ownChip, const int firstField, const int windows, const int firstMatrix,
    const int firstMode) {
  __local cplx tile[SIDE * VECTORS];
  __local cplx slab[SLAB * SIDE];
  const int item = get_local_id(0);
  const int laneRow = item / LANE_VECTORS;
  const int laneVector = item % LANE_VECTORS;
  const int across = (vectors + VECTORS - 1) / VECTORS;
  const int window = get_group_id(0) / across % windows;
  const long f = get_group_id(0) / across / windows;
  const int vector = get_group_id(0) % across * VECTORS;
  const int mode = firstMode + window * SIDE;
  const long matrix = (ownChip ? firstField + f : 0) * matricesOfChip + firstMatrix + window;
  const __global cplx *restrict t = matrices + matrix * SIDE * SIDE;
  __global cplx *restrict samples = field + (f * modes + mode) * vectors + vector;

  for (int e = item; e < SIDE * VECTORS; e += GROUP) {
    const int row = e / VECTORS;
    const int v = e % VECTORS;
    const bool inside = mode + row >= 0 && mode + row < modes && vector + v < vectors;
    tile[e] = inside ? samples[(long)row * vectors + v] : (cplx)(0, 0);
  }
  cplx sum[OUTPUTS];
  UNROLL for (int i = 0; i < OUTPUTS; i++) {
    sum[i] = (cplx)(0, 0);
  }
  for (int first = 0; first < SIDE; first += SLAB) {
    for (int e = item; e < SLAB * SIDE; e += GROUP) {
      slab[e] = t[first * SIDE + e];
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    for (int k = 0; k < SLAB; k++) {
      cplx x[ITEM_VECTORS];
      UNROLL for (int j = 0; j < ITEM_VECTORS; j++) {
        x[j] = tile[(first + k) * VECTORS + j * LANE_VECTORS + laneVector];
      }
      UNROLL for (int i = 0; i < ITEM_ROWS; i++) {
        const cplx a = slab[k * SIDE + i * LANE_ROWS + laneRow];
        UNROLL for (int j = 0; j < ITEM_VECTORS; j++) {
          const cplx s = sum[i * ITEM_VECTORS + j];
          sum[i * ITEM_VECTORS + j] =
              (cplx)(fma(a.x, x[j].x, fma(-a.y, x[j].y, s.x)), fma(a.x, x[j].y, fma(a.y, x[j].x, s.y)));
        }
      }
    }
    barrier(CLK_LOCAL_MEM_FENCE);
  }
  UNROLL for (int i = 0; i < ITEM_ROWS; i++) {
    const int row = i * LANE_ROWS + laneRow;
    UNROLL for (int j = 0; j < ITEM_VECTORS; j++) {
      const int v = j * LANE_VECTORS + laneVector;
      if (mode + row >= 0 && mode + row < modes && vector + v < vectors) {
        samples[(long)row * vectors + v] = sum[i * ITEM_VECTORS + j];
      }
    }
  }
}
