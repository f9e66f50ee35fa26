/*
 * What a device can do at most. Nothing is computed: the loops only keep one part of the device busy.
 *
 *   arithmeticCeiling   CHAINS independent chains x <- a x + b of vectors of WIDTH reals; two operations each:
 *                       2 CHAINS WIDTH rounds flops an item, no memory
 *   memoryCeiling       data <- factor data in place, WIDTH reals at a time; every pass an item takes an element further on, so that
 *                       no register and no first-level cache keeps it: 2 WIDTH passes reals an item, one flop each. Items of
 *                       a small array meet on one element; the factor is 1 and all write what was there
 *   localCeiling        HELD reals an item are written to one of two planes in turn and read back from its neighbour's place,
 *                       neighbours beside each other: no two items of a warp meet in one bank. 2 HELD rounds reals an item, one
 *                       barrier a round
 *
 * Launch: groups of GROUP items, as many as keep the device busy. Local memory: 2 HELD GROUP reals (localCeiling).
 */
#define VECTOR JOIN(real, WIDTH)
#ifdef DOUBLE
typedef double8 real8;
typedef double4 real4;
#else
typedef float16 real16;
typedef float4 real4;
#endif
#define CEILING_KERNEL GROUP_KERNEL

CEILING_KERNEL void arithmeticCeiling(__global real *restrict sink, const real a, const real b, const int rounds) {
  VECTOR x[CHAINS];
  UNROLL for (int i = 0; i < CHAINS; i++) {
    x[i] = (VECTOR)(b * (i + 1) + get_local_id(0));
  }
  for (int r = 0; r < rounds; r++) {
    UNROLL for (int i = 0; i < CHAINS; i++) {
      x[i] = fma(x[i], (VECTOR)(a), (VECTOR)(b));
    }
  }
  VECTOR sum = x[0];
  UNROLL for (int i = 1; i < CHAINS; i++) {
    sum += x[i];
  }
  if (sum.s0 == 42) {
    sink[0] = sum.s1 + sum.s2 + sum.s3;
  }
}

CEILING_KERNEL void memoryCeiling(
    __global VECTOR *restrict data, const real factor, const long elements, const long stride, const int passes) {
  long at = get_global_id(0) % elements;
  for (int p = 0; p < passes; p++) {
    data[at] *= factor;
    at += stride;
    at -= at >= elements ? elements : 0;
  }
}

CEILING_KERNEL void localCeiling(__global real *restrict sink, const real a, const int rounds) {
  __local real planes[2 * HELD * GROUP];
  const int own = get_local_id(0);
  const int neighbour = own + 1 == GROUP ? 0 : own + 1;
  real x[HELD];
  UNROLL for (int i = 0; i < HELD; i++) {
    x[i] = a * (own + i);
  }
  int base = 0;
  for (int r = 0; r < rounds; r++) {
    UNROLL for (int i = 0; i < HELD; i++) {
      planes[base + i * GROUP + own] = x[i];
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    UNROLL for (int i = 0; i < HELD; i++) {
      x[i] = planes[base + i * GROUP + neighbour];
    }
    base = HELD * GROUP - base;
  }
  real sum = 0;
  UNROLL for (int i = 0; i < HELD; i++) {
    sum += x[i];
  }
  if (sum == 42) {
    sink[0] = sum;
  }
}
