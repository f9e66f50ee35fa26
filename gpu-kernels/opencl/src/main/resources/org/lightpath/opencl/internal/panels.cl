/*
 * Product of encoded operands on a processor, one item to a group:
 *
 *   y_ij = sum_k g_k a_ik b_kj,  C_ij = s (gain_j y_ij + offset_j), or the sums y_ij alone (SPLIT)
 *
 * Operands lie in panels as operand.cl says: ITEM_ROWS streams of A and VECTORS vectors of LANES streams of B, padded with
 * zeros. An item keeps the sums of a panel of each in ITEM_ROWS x VECTORS vectors through all of K: it reads both panels from
 * end to end, and writes C once. A group takes PANELS panels of A to one of B, which stays in the cache. The sums are chains of
 * fma in the order of k, as in matmul.cl: the bytes are the same.
 *
 * Built by: WEIGHTED, CORRECTED, SPLIT, LEFT_POWER and RIGHT_POWER of matmul.cl.
 *
 * Launch: one group of one item for each panel of B and PANELS panels of A. Global memory: A once for each panel of B, B once for
 * each PANELS panels of A, through the caches; C once. Local memory: none. Flops: 2 M N K. Floor: flops over peak.
 * Limits: fewer rows than ITEM_ROWS are padded to them; panels of B beyond the second-level cache (K of some 8000 in single
 * precision) are read from the third.
 */
#define PANEL_COLUMNS (VECTORS * LANES)
#define SUMS (ITEM_ROWS * VECTORS)
#ifdef DOUBLE
#define LANES_OF(n) JOIN(double, n)
#else
#define LANES_OF(n) JOIN(float, n)
#endif
typedef LANES_OF(LANES) lanes;

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

#ifdef WEIGHTED
#define WEIGHT(k) *weights[k]
#else
#define WEIGHT(k)
#endif

GROUP_KERNEL void product(
    const __global real *restrict left, const __global real *restrict right, const __global real *restrict third,
    __global real *restrict result, const __global cplx *restrict leftNorms, const __global cplx *restrict rightNorms,
    const __global real *restrict weights, const __global cplx *restrict corrections, const __global real *restrict receiver,
    __global uint *restrict clipped, const int rows, const int columns, const int paddedRows, const int paddedColumns,
    const int paddedInner, const int windows, const int batch, const int shared, const ulong seed, const uint stream,
    const real scale, const uint sample) {
  const int rowPanels = paddedRows / ITEM_ROWS;
  const int columnPanels = paddedColumns / PANEL_COLUMNS;
  const int stacks = (rowPanels + PANELS - 1) / PANELS;
  const long matrix = get_group_id(0) / ((long)stacks * columnPanels);
  const int tile = get_group_id(0) % ((long)stacks * columnPanels);
  const int columnPanel = tile / stacks;
  const int firstPanel = tile % stacks * PANELS;
  const int endPanel = min(firstPanel + PANELS, rowPanels);
  const int firstColumn = columnPanel * PANEL_COLUMNS;
  const int width = min(PANEL_COLUMNS, columns - firstColumn);
  const long rightPanel = (shared ? 0 : matrix) * columnPanels + columnPanel;
  const __global lanes *restrict b = (const __global lanes *)(right + rightPanel * paddedInner * PANEL_COLUMNS);
  for (int panel = firstPanel; panel < endPanel; panel++) {
    const __global real *restrict a = left + (matrix * rowPanels + panel) * paddedInner * ITEM_ROWS;
    lanes sum[SUMS];
    UNROLL for (int i = 0; i < SUMS; i++) {
      sum[i] = (lanes)(0);
    }
    for (int k = 0; k < paddedInner; k++) {
      lanes y[VECTORS];
      UNROLL for (int q = 0; q < VECTORS; q++) {
        y[q] = RIGHT_OF(b[(long)k * VECTORS + q]);
      }
      UNROLL for (int i = 0; i < ITEM_ROWS; i++) {
        const lanes x = (lanes)(LEFT_OF(a[(long)k * ITEM_ROWS + i]) WEIGHT(k));
        UNROLL for (int q = 0; q < VECTORS; q++) {
          sum[i * VECTORS + q] = fma(x, y[q], sum[i * VECTORS + q]);
        }
      }
    }
    UNROLL for (int i = 0; i < ITEM_ROWS; i++) {
      const int row = panel * ITEM_ROWS + i;
      if (row < rows) {
        real c[PANEL_COLUMNS];
        UNROLL for (int q = 0; q < VECTORS; q++) {
          JOIN(vstore, LANES)(sum[i * VECTORS + q], q, c);
        }
        __global real *restrict to = result + (matrix * rows + row) * columns + firstColumn;
        for (int j = 0; j < width; j++) {
#ifdef SPLIT
          to[j] = c[j];
#elif defined(CORRECTED)
          to[j] = scale * fma(corrections[firstColumn + j].x, c[j], corrections[firstColumn + j].y);
#else
          to[j] = scale * c[j];
#endif
        }
      }
    }
  }
}
