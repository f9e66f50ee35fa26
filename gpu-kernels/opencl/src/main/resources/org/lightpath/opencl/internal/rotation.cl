/*
 * Kerr rotation x <- x exp(-2 pi j c P), c in turns per watt as a sum high + low, P = |x|^2 summed over the modes that share it.
 *
 * t = c P is formed with the error of the product; halves of turns are taken off by adding and subtracting 1.5 2^(p-2), whose
 * last bit is then the sign; sin 2 pi a = a S(a^2) and cos 2 pi a - 1 = a^2 C(a^2) of the rest, |a| <= 1/4, are economised
 * Taylor polynomials (largest error 1e-8 with 5 terms, 1e-17 with 10). x + (x (cos - 1) - ...) is summed last: a rounded cosine
 * would let the modulus grow with every step.
 *
 * 38 operations a sample and mode in single precision.
 */
#ifdef DOUBLE
#define HALVES 0x1.8p51
__constant real SINE[] = {
    0x1.921fb54442d18p2,   -0x1.4abbce625be53p5, 0x1.466bc6775aae2p6,   -0x1.32d2cce62bd57p6, 0x1.50783487ec19fp5,
    -0x1.e3074fdc52475p3,  0x1.e8f4338e1bb87p1,  -0x1.6fad488e45de1p-1, 0x1.aabbe5179c31fp-4, -0x1.7ed4fa94eb253p-7};
__constant real COSINE[] = {
    -0x1.3bd3cc9be45dep4, 0x1.03c1f081b5ac4p6,  -0x1.55d3c7e3cbffap6, 0x1.e1f506891baap5,    -0x1.a6d1f2a2034dcp4,
    0x1.f9d38a361fc53p2,  -0x1.b6e24e8c6d364p0, 0x1.20c5eb4dbe5fp-2,  -0x1.29f0b6d80c962p-5, 0x1.e25ebc1c58decp-9};
#define TERMS 10
#else
#define HALVES 0x1.8p22f
__constant real SINE[] = {0x1.921fb6p2f, -0x1.4abbc4p5f, 0x1.4668fp6f, -0x1.32533cp6f, 0x1.3e15f6p5f};
__constant real COSINE[] = {-0x1.3bd3ccp4f, 0x1.03c1eep6f, -0x1.55d24ap6f, 0x1.e16ec6p5f, -0x1.937f4p4f};
#define TERMS 5
#endif

/* c = gamma w of two numbers that are sums each. */
INLINE cplx turnsPerWatt(cplx gamma, cplx weight) {
  const real high = gamma.x * weight.x;
  const real error = fma(gamma.x, weight.x, -high);
  return (cplx)(high, fma(gamma.x, weight.y, fma(gamma.y, weight.x, error)));
}

/* The turn of a power: (cos - 1, sin) of the reduced angle, and the bit to be flipped in the signs. */
INLINE cplx angle(real power, cplx c, bits *flip) {
  const real t = power * c.x;
  const real error = fma(power, c.x, -t);
  const real shifted = t + (real)HALVES;
  const real rest = t - (shifted - (real)HALVES);
  const real a = rest + fma(power, c.y, error);
  const real z = a * a;
  real s = SINE[TERMS - 1];
  real k = COSINE[TERMS - 1];
UNROLL
  for (int i = TERMS - 2; i >= 0; i--) {
    s = fma(s, z, SINE[i]);
    k = fma(k, z, COSINE[i]);
  }
  *flip = AS_BITS(shifted) << SIGN_SHIFT;
  return (cplx)(k * z, s * a);
}

INLINE cplx rotated(cplx x, cplx turned, bits flip) {
  const real re = x.x + fma(x.y, turned.y, x.x * turned.x);
  const real im = x.y + fma(-x.x, turned.y, x.y * turned.x);
  return (cplx)(AS_REAL(AS_BITS(re) ^ flip), AS_REAL(AS_BITS(im) ^ flip));
}

/* Turns the samples of one work-item: x[mode * POINTS + i]; all MODES modes share their power. */
INLINE void rotateAll(cplx *x, cplx c) {
UNROLL
  for (int i = 0; i < POINTS; i++) {
    real power = x[i].x * x[i].x;
    power = fma(x[i].y, x[i].y, power);
UNROLL
    for (int m = 1; m < MODES; m++) {
      power = fma(x[m * POINTS + i].x, x[m * POINTS + i].x, power);
      power = fma(x[m * POINTS + i].y, x[m * POINTS + i].y, power);
    }
    bits flip;
    const cplx turned = angle(power, c, &flip);
UNROLL
    for (int m = 0; m < MODES; m++) {
      x[m * POINTS + i] = rotated(x[m * POINTS + i], turned, flip);
    }
  }
}
