/*
 * Poisson numbers, exact in distribution for any mean: inversion by sequential search below a mean of 10, transformed rejection
 * above (Hoermann, "The transformed rejection method for generating Poisson random variables", Insurance: Mathematics and
 * Economics 12 (1993), algorithm PTRS). Attempt t takes the words of (seed, stream, substream, element + t 2^48).
 *
 * Needs double precision: a mean of millions of photons differs from the next number in the eighth digit. The means of a
 * program in single precision are known to its rounding only, which moves a count once in thousands of draws.
 */
#pragma OPENCL EXTENSION cl_khr_fp64 : enable

__constant double LOG_FACTORIAL[] = {0.0,
                                     0.0,
                                     0.6931471805599453,
                                     1.791759469228055,
                                     3.1780538303479458,
                                     4.787491742782046,
                                     6.579251212010101,
                                     8.525161361065415,
                                     10.60460290274525,
                                     12.801827480081469};

/* Uniform number in (0, 1) from two words, with all 53 bits. */
INLINE double uniform(uint high, uint low) {
  return ((double)high + ((double)low + 0.5) * 0x1p-32) * 0x1p-32;
}

/* ln(exp(-mu) mu^k / k!), by Stirling's series around mu so that large terms do not cancel. */
INLINE double logProbability(double k, double mean) {
  if (k < 10) {
    return k * log(mean) - mean - LOG_FACTORIAL[(int)k];
  }
  const double inverse = 1 / k;
  const double series = inverse * (1.0 / 12 - inverse * inverse * (1.0 / 360 - inverse * inverse / 1260));
  const double distance = k - mean;
  return distance - k * log1p(distance / mean) - 0.9189385332046727 - 0.5 * log(k) - series;
}

/* The smallest k whose cumulative probability reaches u. */
INLINE double search(double mean, double u) {
  double p = exp(-mean);
  double rest = u - p;
  int k = 0;
  while (rest > 0 && p > 0) {
    k++;
    p *= mean / k;
    rest -= p;
  }
  return k;
}

/* A function of its own: it is long, and called rarely beside the sums. A mean that is not finite is given back. */
static double poisson(double mean, uint2 key, uint stream, uint substream, ulong element) {
  if (mean <= 0) {
    return 0;
  }
  if (!(mean < INFINITY)) {
    return mean;
  }
  if (mean < 10) {
    const uint4 w = philox((uint4)((uint)element, (uint)(element >> 32), substream, stream), key);
    return search(mean, uniform(w.x, w.y));
  }
  const double b = 0.931 + 2.53 * sqrt(mean);
  const double a = -0.059 + 0.02483 * b;
  const double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const double squeeze = 0.9277 - 3.6224 / (b - 2);
  double k = 0;
  bool accepted = false;
  while (!accepted) {
    const uint4 w = philox((uint4)((uint)element, (uint)(element >> 32), substream, stream), key);
    const double u = uniform(w.x, w.y) - 0.5;
    const double v = uniform(w.z, w.w);
    const double us = 0.5 - fabs(u);
    k = floor((2 * a / us + b) * u + mean + 0.43);
    accepted = us >= 0.07 && v <= squeeze;
    if (!accepted && k >= 0 && (us >= 0.013 || v <= us)) {
      accepted = log(v * inverseAlpha / (a / (us * us) + b)) <= logProbability(k, mean);
    }
    element += 1UL << 48;
  }
  return k;
}
