/*
 * Product of encoded operands with everything behind the light, one kernel:
 *
 *   y = sum_k g_k a_ik b_kj (+ offsets of both norms),  z = convert(y + sqrt(v) n)  for each window,
 *   C_ij = s (gain_j sum_windows z + offset_j)
 *
 * Operands lie k-major as encode.cl and memory.cl leave them, (matrix, position, stream), padded with zeros to whole tiles and
 * slabs: nothing is guarded before the end of a window. A group has LANE_ROWS x LANE_COLUMNS items and ITEM_ROWS x
 * ITEM_COLUMNS outputs to an item, in registers: 64 words of 32 bits for one set (sums; SECOND and WINDOWS add one each, at
 * most 96). Slabs of SLAB positions pass through two halves of local memory, one barrier a slab; the next slab is fetched to
 * registers before the multiplications of this one. An item owns vectors of ROW_VECTOR x COLUMN_VECTOR outputs that are
 * LANE_... vectors apart, so neighbouring lanes read neighbouring vectors: no bank conflicts, and rows are broadcasts. The
 * sums over k are chains of fma in the order of k: the bytes do not depend on tiles or the device's groups. Neighbouring
 * groups share rows of tiles in panels of PANEL, for the second-level cache.
 *
 * EARLY: the next slab, fetched during the slab before, goes to local memory before the multiplications, and the one after it is
 * fetched during them: nobody waits for stores at the barrier. Not measured on a GPU yet, so only by a measured choice.
 *
 * Built by: WEIGHTED (g_k, applied as A goes to local memory, or in registers beside SECOND); OFFSET, VARIANCE (of norms.cl);
 * SECOND with SECOND_POWER 1 or 2 and SECOND_RIGHT 0 (a third operand), 1 (|b|), 2 (b^2); NOISE, COUNTED, NORMAL; CONVERTER;
 * WINDOWS (more than one); CORRECTED; RECEIVED if any of the readout is done here, SPLIT if all of it is done behind. The
 * outputs of a window are received TOGETHER (two) at a time in a loop through which the registers rotate: registers have no
 * addresses, and 64 copies of a random number generator would not fit the instruction cache. With SPLIT the sums go to global
 * memory instead, for receive.cl, and those of a second product are a launch of their own, with LEFT_POWER and RIGHT_POWER:
 * compilers for processors give up vectors where a second set of sums or a generator is in the same kernel.
 *
 * Launch: one group of GROUP items for each tile of each product. Global memory: A, B (and the third) once from memory and K
 * (M N / TILE_COLUMNS + M N / TILE_ROWS) numbers through the caches, C once. Local memory for each position: written once,
 * read LANE_ROWS (TILE_COLUMNS + ITEM_ROWS) numbers, broadcasts counted once. Flops: 2 M N K, twice that with SECOND; about
 * 100 integer and 40 floating operations for each normal. Floor: flops over peak from about K, M, N of 200 on, bytes below.
 * Registers of an item on an H100 (driver 580): 130 for 8 x 8 exact sums in single precision if left alone, 128 by the limit of
 * SHARING, so that two groups share a multiprocessor (a spilled word or two); 83 for 8 x 4; 127 for 8 x 4 with a second product or
 * with windows, without a limit.
 * Limits: windows shorter than SLAB are padded to it; products of few rows use few of the LANE_ROWS; local
 * memory 2 SLAB (TILE_ROWS + TILE_COLUMNS) numbers, 16 KiB for 128 x 128 in single precision; COUNTED needs double precision.
 */
#define PANEL 8
#define TILE_ROWS (LANE_ROWS * ITEM_ROWS)
#define TILE_COLUMNS (LANE_COLUMNS * ITEM_COLUMNS)
#define OUTPUTS (ITEM_ROWS * ITEM_COLUMNS)
#define TOGETHER (ITEM_COLUMNS < 2 ? 1 : 2)

/* Vectors of a position, of a slab, and of an item's share of it. */
#define ROW_WIDTH (TILE_ROWS / ROW_VECTOR)
#define COLUMN_WIDTH (TILE_COLUMNS / COLUMN_VECTOR)
#define ROW_SLAB (SLAB * ROW_WIDTH)
#define COLUMN_SLAB (SLAB * COLUMN_WIDTH)
#define SHARE(vectors) (((vectors) + GROUP - 1) / GROUP)

#define VECTOR1 real
#define VECTOR2 cplx
#define VECTOR4 float4
#define TAKE1(to, v) (to)[0] = (v);
#define TAKE2(to, v) (to)[0] = (v).x, (to)[1] = (v).y;
#define TAKE4(to, v) (to)[0] = (v).x, (to)[1] = (v).y, (to)[2] = (v).z, (to)[3] = (v).w;
typedef JOIN(VECTOR, ROW_VECTOR) rowVector;
typedef JOIN(VECTOR, COLUMN_VECTOR) columnVector;

#define ROLLED _Pragma("unroll 1")

#if defined(RECEIVED) && defined(CONVERTER)
#define CLIPPING
#endif

/* BODY for each vector e of a slab that this item brings; l counts them. */
#define FOR_SHARE(vectors, BODY)                            \
  UNROLL for (int l = 0; l < SHARE(vectors); l++) {         \
    const int e = l * GROUP + item;                         \
    if ((vectors) % GROUP == 0 || e < (vectors)) { BODY }   \
  }

#define FETCH_SLAB(slab)                                                                                                  \
  FOR_SHARE(ROW_SLAB, nextA[l] = a[((slab) * SLAB + e / ROW_WIDTH) * rowStride + e % ROW_WIDTH];)                         \
  FOR_SHARE(COLUMN_SLAB, nextB[l] = b[((slab) * SLAB + e / COLUMN_WIDTH) * columnStride + e % COLUMN_WIDTH];)             \
  FETCH_THIRD(slab)

#define STORE_SLAB(slab, half_)                                                  \
  FOR_SHARE(ROW_SLAB, slabA[half_][e] = LEFT_OF(nextA[l]) SLAB_WEIGHT(slab, e);) \
  FOR_SHARE(COLUMN_SLAB, slabB[half_][e] = RIGHT_OF(nextB[l]);)                  \
  STORE_THIRD(half_)

#define POWER0(v) (v)
#define POWER1(v) fabs(v)
#define POWER2(v) ((v) * (v))
#ifdef LEFT_POWER
#define LEFT_OF(v) JOIN(POWER, LEFT_POWER)(v)
#define RIGHT_OF(v) JOIN(POWER, RIGHT_POWER)(v)
#else
#define LEFT_OF(v) (v)
#define RIGHT_OF(v) (v)
#endif

#if defined(WEIGHTED) && !defined(SECOND)
#define SLAB_WEIGHT(slab, e) *weights[(slab) * SLAB + (e) / ROW_WIDTH]
#else
#define SLAB_WEIGHT(slab, e)
#endif

#if defined(SECOND) && SECOND_RIGHT == 0
#define FETCH_THIRD(slab) \
  FOR_SHARE(COLUMN_SLAB, nextW[l] = w[((slab) * SLAB + e / COLUMN_WIDTH) * columnStride + e % COLUMN_WIDTH];)
#define STORE_THIRD(half_) FOR_SHARE(COLUMN_SLAB, slabW[half_][e] = nextW[l];)
#else
#define FETCH_THIRD(slab)
#define STORE_THIRD(half_)
#endif

#ifdef SECOND
/* second += |a|^p w; then a <- g a, which the first sum is to see only. */
INLINE void addSecond(real *second, real *a, const real *b, const real *third, real g) {
  real w[ITEM_COLUMNS];
  UNROLL for (int j = 0; j < ITEM_COLUMNS; j++) {
#if SECOND_RIGHT == 0
    w[j] = third[j];
#elif SECOND_RIGHT == 1
    w[j] = fabs(b[j]);
#else
    w[j] = b[j] * b[j];
#endif
  }
  UNROLL for (int i = 0; i < ITEM_ROWS; i++) {
    const real p = SECOND_POWER == 1 ? fabs(a[i]) : a[i] * a[i];
    UNROLL for (int j = 0; j < ITEM_COLUMNS; j++) {
      second[i * ITEM_COLUMNS + j] = fma(p, w[j], second[i * ITEM_COLUMNS + j]);
    }
    a[i] *= g;
  }
}
#endif

/* Row and column of an item's i-th and j-th output within its tile. */
#define ROW_OF(i) (((i) / ROW_VECTOR * LANE_ROWS + laneRow) * ROW_VECTOR + (i) % ROW_VECTOR)
#define COLUMN_OF(j) (((j) / COLUMN_VECTOR * LANE_COLUMNS + laneColumn) * COLUMN_VECTOR + (j) % COLUMN_VECTOR)

GROUP_KERNEL void product(
    const __global real *restrict left, const __global real *restrict right, const __global real *restrict third,
    __global real *restrict result, const __global cplx *restrict leftNorms, const __global cplx *restrict rightNorms,
    const __global real *restrict weights, const __global cplx *restrict corrections, const __global real *restrict receiver,
    __global uint *restrict clipped, const int rows, const int columns, const int paddedRows, const int paddedColumns,
    const int paddedInner, const int windows, const int batch, const int shared, const ulong seed, const uint stream,
    const real scale, const uint sample) {
  __local rowVector slabA[2][ROW_SLAB];
  __local columnVector slabB[2][COLUMN_SLAB];
#if defined(SECOND) && SECOND_RIGHT == 0
  __local columnVector slabW[2][COLUMN_SLAB];
  columnVector nextW[SHARE(COLUMN_SLAB)];
#endif
  rowVector nextA[SHARE(ROW_SLAB)];
  columnVector nextB[SHARE(COLUMN_SLAB)];
  const int item = get_local_id(0);
  const int laneRow = item / LANE_COLUMNS;
  const int laneColumn = item % LANE_COLUMNS;
#ifdef CLIPPING
  __local uint clippedInGroup;
  if (item == 0) {
    clippedInGroup = 0; /* seen by all behind the first barrier */
  }
#endif

  const int tilesAcross = paddedColumns / TILE_COLUMNS;
  const int tilesDown = paddedRows / TILE_ROWS;
  const long tiles = (long)tilesAcross * tilesDown;
  const long matrix = get_group_id(0) / tiles;
  const long tile = get_group_id(0) % tiles;
  const int panel = tile / ((long)PANEL * tilesAcross) * PANEL;
  const int height = min(PANEL, tilesDown - panel);
  const long inside = tile - (long)panel * tilesAcross;
  const int firstRow = (panel + inside % height) * TILE_ROWS;
  const int firstColumn = inside / height * TILE_COLUMNS;

  const long rightMatrix = shared ? 0 : matrix;
  const long rowStride = paddedRows / ROW_VECTOR;
  const long columnStride = paddedColumns / COLUMN_VECTOR;
  const __global rowVector *restrict a =
      (const __global rowVector *)(left + matrix * paddedInner * paddedRows + firstRow);
  const __global columnVector *restrict b =
      (const __global columnVector *)(right + rightMatrix * paddedInner * paddedColumns + firstColumn);
#if defined(SECOND) && SECOND_RIGHT == 0
  const __global columnVector *restrict w =
      (const __global columnVector *)(third + rightMatrix * paddedInner * paddedColumns + firstColumn);
#endif

  real sum[OUTPUTS];
  UNROLL for (int i = 0; i < OUTPUTS; i++) {
    sum[i] = 0;
  }
#ifdef SECOND
  real second[OUTPUTS];
  UNROLL for (int i = 0; i < OUTPUTS; i++) {
    second[i] = 0;
  }
#endif
#ifdef WINDOWS
  real all[OUTPUTS];
  UNROLL for (int i = 0; i < OUTPUTS; i++) {
    all[i] = 0;
  }
#endif
#ifdef RECEIVED
  const Receiver r = {receiver[0], receiver[1], receiver[2], receiver[3], receiver[4], receiver[5], receiver[6]};
#endif
  uint clipping = 0;
  const int slabs = paddedInner / SLAB;
  const int slabsOfWindow = slabs / windows;

  FETCH_SLAB(0)
  STORE_SLAB(0, 0)
#ifdef EARLY
  if (slabs > 1) {
    FETCH_SLAB(1)
  }
#endif
  barrier(CLK_LOCAL_MEM_FENCE);
  for (int window = 0; window < windows; window++) {
    for (int slab = window * slabsOfWindow; slab < (window + 1) * slabsOfWindow; slab++) {
      const int now = slab & 1;
#ifdef EARLY
      if (slab + 1 < slabs) {
        STORE_SLAB(slab + 1, 1 - now)
      }
      if (slab + 2 < slabs) {
        FETCH_SLAB(slab + 2)
      }
#else
      if (slab + 1 < slabs) {
        FETCH_SLAB(slab + 1)
      }
#endif
      UNROLL_SLAB for (int k = 0; k < SLAB; k++) {
        real x[ITEM_ROWS];
        real y[ITEM_COLUMNS];
        UNROLL for (int q = 0; q < ITEM_ROWS / ROW_VECTOR; q++) {
          const rowVector v = slabA[now][k * ROW_WIDTH + q * LANE_ROWS + laneRow];
          JOIN(TAKE, ROW_VECTOR)(x + q * ROW_VECTOR, v)
        }
        UNROLL for (int q = 0; q < ITEM_COLUMNS / COLUMN_VECTOR; q++) {
          const columnVector v = slabB[now][k * COLUMN_WIDTH + q * LANE_COLUMNS + laneColumn];
          JOIN(TAKE, COLUMN_VECTOR)(y + q * COLUMN_VECTOR, v)
        }
#ifdef SECOND
        real t[ITEM_COLUMNS];
#if SECOND_RIGHT == 0
        UNROLL for (int q = 0; q < ITEM_COLUMNS / COLUMN_VECTOR; q++) {
          const columnVector v = slabW[now][k * COLUMN_WIDTH + q * LANE_COLUMNS + laneColumn];
          JOIN(TAKE, COLUMN_VECTOR)(t + q * COLUMN_VECTOR, v)
        }
#endif
#ifdef WEIGHTED
        addSecond(second, x, y, t, weights[slab * SLAB + k]);
#else
        addSecond(second, x, y, t, 1);
#endif
#endif
        UNROLL for (int i = 0; i < ITEM_ROWS; i++) {
          UNROLL for (int j = 0; j < ITEM_COLUMNS; j++) {
            sum[i * ITEM_COLUMNS + j] = fma(x[i], y[j], sum[i * ITEM_COLUMNS + j]);
          }
        }
      }
#ifndef EARLY
      if (slab + 1 < slabs) {
        STORE_SLAB(slab + 1, 1 - now)
      }
#endif
      barrier(CLK_LOCAL_MEM_FENCE);
    }
#ifdef RECEIVED
    ROLLED for (int done = 0; done < OUTPUTS; done += TOGETHER) {
      real read[TOGETHER];
      UNROLL for (int q = 0; q < TOGETHER; q++) {
        const int row = firstRow + ROW_OF(done / ITEM_COLUMNS);
        const int column = firstColumn + COLUMN_OF(done % ITEM_COLUMNS + q);
        real y = sum[q];
        real shot = 0;
#if defined(OFFSET) || defined(VARIANCE)
        const cplx ofLeft = leftNorms[(matrix * windows + window) * paddedRows + row];
        const cplx ofRight = rightNorms[(rightMatrix * windows + window) * paddedColumns + column];
        y += ofLeft.x + ofRight.x;
        shot = ofLeft.y + ofRight.y;
#endif
#ifdef SECOND
        shot = fma(r.second, second[q], shot);
#endif
        read[q] = 0;
        if (row < rows && column < columns) {
          const ulong index = (((ulong)window * batch + matrix) * rows + row) * columns + column;
          read[q] = received(y, shot, index, &r, seed, stream, sample, &clipping);
        }
#ifdef WINDOWS
        read[q] += all[q];
#endif
      }
      /* The registers move on. */
      UNROLL for (int q = 0; q < OUTPUTS - TOGETHER; q++) {
        sum[q] = sum[q + TOGETHER];
#ifdef SECOND
        second[q] = second[q + TOGETHER];
#endif
#ifdef WINDOWS
        all[q] = all[q + TOGETHER];
#endif
      }
      UNROLL for (int q = 0; q < TOGETHER; q++) {
        const int last = OUTPUTS - TOGETHER + q;
#ifdef SECOND
        second[last] = 0;
#endif
#ifdef WINDOWS
        sum[last] = 0;
        all[last] = read[q];
#else
        sum[last] = read[q];
#endif
      }
    }
#endif
  }

#ifdef WINDOWS
#define RESULT all
#else
#define RESULT sum
#endif
  UNROLL for (int i = 0; i < ITEM_ROWS; i++) {
    const int row = firstRow + ROW_OF(i);
    UNROLL for (int j = 0; j < ITEM_COLUMNS; j++) {
      const int column = firstColumn + COLUMN_OF(j);
      if (row < rows && column < columns) {
        const long place = (matrix * rows + row) * columns + column;
        real c = RESULT[i * ITEM_COLUMNS + j];
#ifdef SPLIT
        result[place] = c;
#else
#ifdef CORRECTED
        c = fma(corrections[column].x, c, corrections[column].y);
#endif
        result[place] = scale * c;
#endif
      }
    }
  }
#ifdef CLIPPING
  if (clipping > 0) {
    atomic_add(&clippedInGroup, clipping);
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  if (item == 0) {
    countAll(clipped, clippedInGroup);
  }
#endif
}
