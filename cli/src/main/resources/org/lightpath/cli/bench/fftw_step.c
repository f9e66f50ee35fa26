/*
 * The peer: split-step propagation with FFTW, as a careful C programmer would write it.
 *
 *   U <- IFFT(H FFT(U)), then for each step  U <- U exp(-j c_s |U|^2),  U <- IFFT(H' FFT(U))
 *
 * with one polarisation, or two that turn by their common power,
 *
 * in place, plans by FFTW_MEASURE, the rotation vectorised by the compiler: the angle is reduced to
 * [-1/4, 1/4] turn and its sine and cosine are polynomials (truncation below one ulp), no libm call.
 *
 * gcc -O3 -march=native -ffast-math -shared -fPIC fftw_step.c -lfftw3f -lfftw3
 */
#include <fftw3.h>
#include <stdlib.h>

#define HALF_TURN_F32(x, z) \
  sine = x * (1 + z * (-1.f / 6 + z * (1.f / 120 + z * (-1.f / 5040 + z * (1.f / 362880 + z * (-1.f / 39916800)))))); \
  cosine = 1 + z * (-1.f / 2 + z * (1.f / 24 + z * (-1.f / 720 + z * (1.f / 40320 + z * (-1.f / 3628800 + z * (1.f / 479001600))))));

#define HALF_TURN_F64(x, z) \
  sine = x * (1 + z * (-1. / 6 + z * (1. / 120 + z * (-1. / 5040 + z * (1. / 362880 + z * (-1. / 39916800 + z * (1. / 6227020800. \
      + z * (-1. / 1307674368000. + z * (1. / 355687428096000. + z * (-1. / 121645100408832000. + z * (1. / 51090942171709440000.))))))))))); \
  cosine = 1 + z * (-1. / 2 + z * (1. / 24 + z * (-1. / 720 + z * (1. / 40320 + z * (-1. / 3628800 + z * (1. / 479001600. \
      + z * (-1. / 87178291200. + z * (1. / 20922789888000. + z * (-1. / 6402373705728000. + z * (1. / 2432902008176640000. \
      + z * (-1. / 1124000727777607680000.)))))))))));

#define STEP(T, NAME, FFTW, RINT, HALF_TURN)                                                       \
  typedef struct {                                                                                 \
    FFTW(plan) forward, inverse;                                                                   \
  } NAME##_plans;                                                                                  \
                                                                                                   \
  void *NAME##_plan(long n, T *data) {                                                             \
    NAME##_plans *plans = malloc(sizeof *plans);                                                   \
    FFTW(complex) *x = (FFTW(complex) *)data;                                                      \
    plans->forward = FFTW(plan_dft_1d)((int)n, x, x, FFTW_FORWARD, FFTW_MEASURE);                  \
    plans->inverse = FFTW(plan_dft_1d)((int)n, x, x, FFTW_BACKWARD, FFTW_MEASURE);                 \
    return plans;                                                                                  \
  }                                                                                                \
                                                                                                   \
  void NAME##_free(void *handle) {                                                                 \
    NAME##_plans *plans = handle;                                                                  \
    FFTW(destroy_plan)(plans->forward);                                                            \
    FFTW(destroy_plan)(plans->inverse);                                                            \
    free(plans);                                                                                   \
  }                                                                                                \
                                                                                                   \
  static void NAME##_rotate(T *restrict a, long n, T coefficient) {                                \
    const T turns = coefficient * (T)0.15915494309189533577;                                       \
    for (long i = 0; i < n; i++) {                                                                 \
      T re = a[2 * i], im = a[2 * i + 1], sine, cosine;                                            \
      T p = (re * re + im * im) * turns;                                                           \
      T k = RINT(2 * p);                                                                           \
      T odd = k - 2 * RINT(k / 2);                                                                 \
      T sign = 1 - 2 * odd * odd;                                                                  \
      T x = (p - k / 2) * (T)6.28318530717958647692, z = x * x;                                    \
      HALF_TURN(x, z)                                                                              \
      sine *= sign;                                                                                \
      cosine *= sign;                                                                              \
      a[2 * i] = re * cosine + im * sine;                                                          \
      a[2 * i + 1] = im * cosine - re * sine;                                                      \
    }                                                                                              \
  }                                                                                                \
                                                                                                   \
  static void NAME##_rotate_both(T *restrict a, T *restrict b, long n, T coefficient) {            \
    const T turns = coefficient * (T)0.15915494309189533577;                                       \
    for (long i = 0; i < n; i++) {                                                                 \
      T ar = a[2 * i], ai = a[2 * i + 1], br = b[2 * i], bi = b[2 * i + 1], sine, cosine;          \
      T angle = (ar * ar + ai * ai + br * br + bi * bi) * turns;                                   \
      T k = RINT(2 * angle);                                                                       \
      T odd = k - 2 * RINT(k / 2);                                                                 \
      T sign = 1 - 2 * odd * odd;                                                                  \
      T x = (angle - k / 2) * (T)6.28318530717958647692, z = x * x;                                \
      HALF_TURN(x, z)                                                                              \
      sine *= sign;                                                                                \
      cosine *= sign;                                                                              \
      a[2 * i] = ar * cosine + ai * sine;                                                          \
      a[2 * i + 1] = ai * cosine - ar * sine;                                                      \
      b[2 * i] = br * cosine + bi * sine;                                                          \
      b[2 * i + 1] = bi * cosine - br * sine;                                                      \
    }                                                                                              \
  }                                                                                                \
                                                                                                   \
  static void NAME##_multiply(T *restrict a, const T *restrict h, long n) {                        \
    for (long i = 0; i < n; i++) {                                                                 \
      T re = a[2 * i], im = a[2 * i + 1];                                                          \
      a[2 * i] = re * h[2 * i] - im * h[2 * i + 1];                                                \
      a[2 * i + 1] = re * h[2 * i + 1] + im * h[2 * i];                                            \
    }                                                                                              \
  }                                                                                                \
                                                                                                   \
  static void NAME##_disperse(NAME##_plans *plans, T *data, const T *h, long n) {                  \
    FFTW(execute_dft)(plans->forward, (FFTW(complex) *)data, (FFTW(complex) *)data);               \
    NAME##_multiply(data, h, n);                                                                   \
    FFTW(execute_dft)(plans->inverse, (FFTW(complex) *)data, (FFTW(complex) *)data);               \
  }                                                                                                \
                                                                                                   \
  void NAME##_run(void *plans, T *data, const T *half, const T *full, const T *coefficients, long n,\
                  int batch, int modes, int steps) {                                               \
    for (int b = 0; b < batch; b++) {                                                              \
      T *field = data + 2 * n * modes * b;                                                         \
      for (int m = 0; m < modes; m++) NAME##_disperse(plans, field + 2 * n * m, half, n);          \
      for (int s = 0; s < steps; s++) {                                                            \
        if (modes == 1) NAME##_rotate(field, n, coefficients[s]);                                  \
        else NAME##_rotate_both(field, field + 2 * n, n, coefficients[s]);                         \
        for (int m = 0; m < modes; m++)                                                            \
          NAME##_disperse(plans, field + 2 * n * m, s == steps - 1 ? half : full, n);              \
      }                                                                                            \
    }                                                                                              \
  }

/* "fftw-3.3.10-sse2-avx": the version, and the vector instructions it was built for. */
const char *f32_version(void) { return fftwf_version; }

#define SINGLE(name) fftwf_##name
#define DOUBLE(name) fftw_##name
STEP(float, f32, SINGLE, __builtin_rintf, HALF_TURN_F32)
STEP(double, f64, DOUBLE, __builtin_rint, HALF_TURN_F64)
