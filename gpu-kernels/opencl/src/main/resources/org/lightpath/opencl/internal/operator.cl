/*
 * One table of the linear operator, H = exp(-j beta l) / g for every stored bin, where a plan has more step lengths than tables
 * can be held. beta is stored in turns per metre; whole turns of the product are taken off exactly.
 *
 *   h[i] = exp(-2 pi j frac(beta[i] l)) / g
 *
 * Launch: any group size; guarded. Global memory: 8 bytes read, one complex number written for each bin. Double precision.
 */
#pragma OPENCL EXTENSION cl_khr_fp64 : enable

__kernel void linearOperator(
    __global cplx *restrict transfer, const __global double *restrict beta, const int slot, const int count,
    const double length, const double scale) {
  const int i = get_global_id(0);
  if (i < count) {
    const double turns = beta[i] * length;
    const double error = fma(beta[i], length, -turns);
    const double angle = 2.0 * ((turns - rint(turns)) + error);
    transfer[(long)slot * count + i] = (cplx)((real)(cospi(angle) * scale), (real)(-sinpi(angle) * scale));
  }
}
