/*
 * Steps of the generalised equation between its transforms, each field with its own step: see GnlsePlan for the formulas.
 *
 * Rows of LENGTH complex numbers for each field, spectra divided by N in the order in which the transforms leave them: u (spectrum
 * of U), k (N of it), v, r (new spectrum), w (work), p (power). turns: -beta/2pi as a sum of two numbers; weights: s/N. A field's
 * step is in numbers[field]: 0-3 h/6, h/3, h/2, h; 4-6 gamma exp(-alpha z) at its beginning, middle and end; 7, 8 h/2 as a sum.
 *
 * The propagator exp(-j beta h/2) is made anew in each of the two kernels that use it: 40 operations are cheaper than a table for each
 * field. Fields that have arrived are left alone.
 *
 * Launch: pointwise kernels guarded, any group. Global memory, of one T = one read or write of the fields: begin 7, middle 5,
 * late 4, last 5, finish 4, power 2, product 3. A step: 36 T and 20 launches of transforms. Floor: bytes over bandwidth.
 */
#ifdef WIDE
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
typedef double wide;
#else
typedef float wide;
#endif

#define NUMBERS 16
#define STATES 8
#define ACTIVE 0
#define FRESH 1
#define ACCEPTED 2
#define REJECTED 3
#define ENDS 4
#define STALLED 5

#define POINTWISE_PROLOGUE                                            \
  const long i = get_global_id(0);                                    \
  if (i >= count || !states[i / LENGTH * STATES + ACTIVE]) {          \
    return;                                                           \
  }                                                                   \
  const int bin = (int)(i % LENGTH);                                  \
  const __global real *restrict number = numbers + i / LENGTH * NUMBERS;

#define POINTWISE                                                                                                       \
  const long count, const __global int *restrict states, const __global real *restrict numbers

/* a + b f */
INLINE cplx plus(cplx a, real b, cplx f) {
  return (cplx)(fma(b, f.x, a.x), fma(b, f.y, a.y));
}

/* -j c s w */
INLINE cplx nonlinear(cplx w, real weight, real c) {
  const real scale = weight * c;
  return (cplx)(w.y * scale, -w.x * scale);
}

/* exp(2 pi j b l), both factors being sums of two numbers. */
INLINE cplx propagator(cplx b, real high, real low) {
  const real t = b.x * high;
  const real tail = fma(b.x, low, fma(b.y, high, fma(b.x, high, -t)));
  const real shifted = t + (real)HALVES;
  const real a = (t - (shifted - (real)HALVES)) + tail;
  const real z = a * a;
  real s = SINE[TERMS - 1];
  real c = COSINE[TERMS - 1];
  UNROLL for (int i = TERMS - 2; i >= 0; i--) {
    s = fma(s, z, SINE[i]);
    c = fma(c, z, COSINE[i]);
  }
  const bits flip = AS_BITS(shifted) << SIGN_SHIFT;
  return (cplx)(AS_REAL(AS_BITS(fma(c, z, (real)1)) ^ flip), AS_REAL(AS_BITS(s * a) ^ flip));
}

/* Some fields to work, and back. */
__kernel void enter(const long count, const __global cplx *restrict field, const long offset, __global cplx *restrict w) {
  const long i = get_global_id(0);
  if (i < count) {
    w[i] = field[offset + i];
  }
}

__kernel void leave(const long count, __global cplx *restrict field, const long offset, const __global cplx *restrict r) {
  const long i = get_global_id(0);
  if (i < count) {
    field[offset + i] = r[i];
  }
}

/* The spectrum of the beginning. */
__kernel void begun(const long count, __global cplx *restrict w, __global cplx *restrict r, const real scale) {
  const long i = get_global_id(0);
  if (i < count) {
    w[i] = r[i] = w[i] * scale;
  }
}

/* N of the beginning. */
__kernel void known(POINTWISE, __global cplx *restrict w, const __global real *restrict weights) {
  POINTWISE_PROLOGUE
  w[i] = nonlinear(w[i], weights[bin], number[4]);
}

__kernel void begin(
    POINTWISE, __global cplx *restrict u, __global cplx *restrict k, __global cplx *restrict v, __global cplx *restrict r,
    __global cplx *restrict w, const __global cplx *restrict turns) {
  POINTWISE_PROLOGUE
  cplx a = r[i];
  cplx f = w[i];
  if (states[i / LENGTH * STATES + FRESH]) {
    u[i] = a;
    k[i] = f;
  } else {
    a = u[i];
    f = k[i];
  }
  const cplx h = propagator(turns[bin], number[7], number[8]);
  a = multiply(a, h);
  f = multiply(f, h);
  v[i] = a;
  r[i] = plus(a, number[0], f);
  w[i] = plus(a, number[2], f);
}

__kernel void middle(
    POINTWISE, const __global cplx *restrict v, __global cplx *restrict r, __global cplx *restrict w,
    const __global real *restrict weights) {
  POINTWISE_PROLOGUE
  const cplx f = nonlinear(w[i], weights[bin], number[5]);
  r[i] = plus(r[i], number[1], f);
  w[i] = plus(v[i], number[2], f);
}

__kernel void late(
    POINTWISE, const __global cplx *restrict v, __global cplx *restrict r, __global cplx *restrict w,
    const __global real *restrict weights, const __global cplx *restrict turns) {
  POINTWISE_PROLOGUE
  const cplx f = nonlinear(w[i], weights[bin], number[5]);
  const cplx h = propagator(turns[bin], number[7], number[8]);
  r[i] = multiply(plus(r[i], number[1], f), h);
  w[i] = multiply(plus(v[i], number[3], f), h);
}

__kernel void last(
    POINTWISE, __global cplx *restrict v, __global cplx *restrict r, __global cplx *restrict w,
    const __global real *restrict weights) {
  POINTWISE_PROLOGUE
  const cplx f = nonlinear(w[i], weights[bin], number[6]);
  const cplx y = plus(r[i], number[0], f);
  v[i] = f;
  r[i] = y;
  w[i] = y;
}

/* k5, and sums of |k4 - k5|^2 and |r|^2 over the parts of each field: PARTS groups of SUM_GROUP items for each field. */
__kernel __attribute__((reqd_work_group_size(SUM_GROUP, 1, 1))) void finish(
    const __global int *restrict states, const __global real *restrict numbers, const __global cplx *restrict v,
    const __global cplx *restrict r, __global cplx *restrict w, const __global real *restrict weights,
    __global wide *restrict sums) {
  __local wide errors[SUM_GROUP];
  __local wide norms[SUM_GROUP];
  const long group = get_group_id(0);
  const long field = group / PARTS;
  const int part = (int)(group % PARTS);
  const int item = get_local_id(0);
  const int end = (int)((long)LENGTH * (part + 1) / PARTS);
  wide error = 0;
  wide norm = 0;
  if (states[field * STATES + ACTIVE]) {
    const real c = numbers[field * NUMBERS + 6];
    for (int bin = (int)((long)LENGTH * part / PARTS) + item; bin < end; bin += SUM_GROUP) {
      const long i = field * LENGTH + bin;
      const cplx f = nonlinear(w[i], weights[bin], c);
      const cplx lacking = v[i] - f;
      const cplx y = r[i];
      w[i] = f;
      error += (wide)lacking.x * lacking.x + (wide)lacking.y * lacking.y;
      norm += (wide)y.x * y.x + (wide)y.y * y.y;
    }
  }
  errors[item] = error;
  norms[item] = norm;
  for (int reach = SUM_GROUP / 2; reach > 0; reach /= 2) {
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < reach) {
      errors[item] += errors[item + reach];
      norms[item] += norms[item + reach];
    }
  }
  if (item == 0) {
    sums[2 * group] = errors[0];
    sums[2 * group + 1] = norms[0];
  }
}

__kernel void power(POINTWISE, const __global cplx *restrict w, __global cplx *restrict p) {
  POINTWISE_PROLOGUE
  const cplx x = w[i];
  p[i] = (cplx)(fma(x.y, x.y, x.x * x.x), 0);
}

__kernel void product(POINTWISE, __global cplx *restrict w, const __global cplx *restrict p) {
  POINTWISE_PROLOGUE
  w[i] = w[i] * p[i].x;
}

__kernel void cube(POINTWISE, __global cplx *restrict w) {
  POINTWISE_PROLOGUE
  const cplx x = w[i];
  w[i] = x * fma(x.y, x.y, x.x * x.x);
}

/* The numbers of a step of h from z. */
INLINE void describe(__global real *restrict number, wide gamma, wide attenuation, wide z, wide h) {
  number[0] = (real)(h / 6);
  number[1] = (real)(h / 3);
  number[2] = (real)(h / 2);
  number[3] = (real)h;
  number[4] = (real)(gamma * exp(-attenuation * z));
  number[5] = (real)(gamma * exp(-attenuation * (z + h / 2)));
  number[6] = (real)(gamma * exp(-attenuation * (z + h)));
  number[7] = (real)(h / 2);
  number[8] = (real)(h / 2 - number[7]);
}

/* Step lengths: the planned ones, or what is asked for, cut at the end. */
INLINE wide lengthOf(
    __global int *restrict state, const __global wide *restrict lengths, wide z, wide asked) {
#ifdef PLANNED
  state[ENDS] = state[ACCEPTED] + 1 == PLANNED;
  return lengths[state[ACCEPTED]];
#else
  const wide rest = lengths[0] - z;
  state[ENDS] = rest <= asked * (wide)ALMOST;
  return state[ENDS] ? rest : asked;
#endif
}

/* Before the first step; places: z and h of each field; limits: the tolerance and gamma of each field. */
__kernel void reset(
    const int fields, const int firstField, __global int *restrict states, __global real *restrict numbers,
    __global wide *restrict places, const __global wide *restrict limits, const __global wide *restrict lengths,
    const wide firstStep, const wide attenuation) {
  const int f = get_global_id(0);
  if (f < fields) {
    __global int *restrict state = states + f * STATES;
    state[ACTIVE] = 1;
    state[FRESH] = 1;
    state[ACCEPTED] = 0;
    state[REJECTED] = 0;
    state[STALLED] = 0;
    const wide h = lengthOf(state, lengths, 0, firstStep);
    places[2 * f] = 0;
    places[2 * f + 1] = h;
    describe(numbers + f * NUMBERS, limits[2 * (firstField + f) + 1], attenuation, 0, h);
  }
}

/* After a step: takes it or not, and describes the next. One item for each field; the partial sums are added in their order. */
__kernel void control(
    const int fields, const int firstField, __global int *restrict states, __global real *restrict numbers,
    __global wide *restrict places, const __global wide *restrict limits, const __global wide *restrict lengths,
    const __global wide *restrict sums, const wide attenuation) {
  const int f = get_global_id(0);
  if (f >= fields || !states[f * STATES + ACTIVE]) {
    return;
  }
  __global int *restrict state = states + f * STATES;
  wide z = places[2 * f];
  wide h = places[2 * f + 1];
#ifdef PLANNED
  const int accepted = 1;
#else
  wide error = 0;
  wide norm = 0;
  for (int part = 0; part < PARTS; part++) {
    error += sums[2 * (f * PARTS + part)];
    norm += sums[2 * (f * PARTS + part) + 1];
  }
  const wide tolerance = limits[2 * (firstField + f)];
  error = norm == 0 ? 0 : h / 10 * sqrt(error / norm);
  const int accepted = error <= tolerance;
  const wide wanted = (wide)SAFETY * sqrt(sqrt(tolerance / error));
  const wide factor = error == 0 ? (wide)GROWTH : wanted > (wide)SHRINK ? fmin(wanted, (wide)GROWTH) : (wide)SHRINK;
#endif
  state[FRESH] = accepted;
  if (accepted) {
    state[ACCEPTED]++;
    z += h;
    places[2 * f] = z;
    if (state[ENDS]) {
      state[ACTIVE] = 0;
      return;
    }
  } else {
    state[REJECTED]++;
  }
#ifdef PLANNED
  h = lengthOf(state, lengths, z, 0);
#else
  h *= factor;
  if (h < lengths[0] * (wide)SHORTEST) {
    state[ACTIVE] = 0;
    state[STALLED] = 1;
  } else {
    h = lengthOf(state, lengths, z, h);
  }
#endif
  places[2 * f + 1] = h;
  describe(numbers + f * NUMBERS, limits[2 * (firstField + f) + 1], attenuation, z, h);
}
