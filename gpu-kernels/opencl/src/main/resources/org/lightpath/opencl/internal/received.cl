/*
 * One readout: the receiver's noise and converter on a sum. Built by NOISE, COUNTED, NORMAL and CONVERTER, see matmul.cl.
 */
/* Numbers of the receiver that do not change between runs. */
typedef struct {
  real always;
  real output;
  real second;
  real counts;
  real fullScale;
  real limit;
  real half_;
} Receiver;

/* The converted readout of a sum y with shot variance shot. */
INLINE real received(
    real y, real shot, ulong index, const Receiver *r, ulong seed, uint stream, uint sample, uint *clipping) {
  real z = y;
#ifdef NOISE
  const uint2 key = (uint2)((uint)seed, (uint)(seed >> 32));
#ifdef NORMAL
  const real other = fma(r->output * y, y, r->always);
  const real n = normals(philox((uint4)((uint)index, (uint)(index >> 32), sample, stream), key)).x;
#endif
#ifdef COUNTED
  const double total = (double)r->counts * r->counts * shot;
  const double difference = (double)r->counts * y;
  const double plus = poisson((total + difference) / 2, key, stream + 1, sample, index);
  const double minus = poisson((total - difference) / 2, key, stream + 2, sample, index);
  z = (real)((plus - minus) / r->counts);
#ifdef NORMAL
  z += sqrt(other) * n;
#endif
#else
  z += sqrt(shot + other) * n;
#endif
#endif
#ifdef CONVERTER
  *clipping += fabs(z) > r->limit ? 1u : 0u;
  const real u = clamp(z / r->fullScale, (real)-1, (real)1);
  z = isnan(z) ? z : (floor(fma(u, r->half_, r->half_ + (real)0.5)) / r->half_ - 1) * r->fullScale;
#endif
  return z;
}
