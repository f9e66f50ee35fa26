/*
 * Real and complex numbers of the program's precision (SINGLE or DOUBLE is defined before).
 *
 * Products are written with fma where one rounding is to be saved, and the compiler may contract nothing else: the same
 * device gives the same bytes. No native_ functions, no relaxed arithmetic.
 */
#pragma OPENCL FP_CONTRACT OFF

/* Samples live in registers, which have no addresses: loops over them must be unrolled. */
#define UNROLL _Pragma("unroll")
#define INLINE static inline __attribute__((always_inline))

#ifdef DOUBLE
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
typedef double real;
typedef double2 cplx;
typedef ulong bits;
#define SIGN_SHIFT 63
#define AS_BITS(x) as_ulong(x)
#define AS_REAL(x) as_double(x)
#else
typedef float real;
typedef float2 cplx;
typedef uint bits;
#define SIGN_SHIFT 31
#define AS_BITS(x) as_uint(x)
#define AS_REAL(x) as_float(x)
#endif

/*
 * A kernel for groups of GROUP items. NVIDIA's compiler takes as many registers as one group may have, unless it is given a
 * limit, which it ignores for kernels that name their group: where LIMITED is defined there is one, and two groups of 256 share
 * a processor.
 */
#if defined(SHARING) && defined(LIMITED)
#define GROUP_KERNEL __kernel
#else
#define GROUP_KERNEL __kernel __attribute__((reqd_work_group_size(GROUP, 1, 1)))
#endif

#define JOIN_EXPANDED(a, b) a##b
#define JOIN(a, b) JOIN_EXPANDED(a, b)

/* a w */
INLINE cplx multiply(cplx a, cplx w) {
  return (cplx)(fma(a.x, w.x, -(a.y * w.y)), fma(a.x, w.y, a.y * w.x));
}

/* -j a */
INLINE cplx turn(cplx a) {
  return (cplx)(a.y, -a.x);
}
