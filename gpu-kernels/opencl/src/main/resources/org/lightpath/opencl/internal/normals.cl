/*
 * Standard normals from the words of Philox4x32-10 (Salmon et al., SC'11): key = seed, counter = (low and high word of the
 * element, substream, stream), u = (w + 1/2) 2^-32, sqrt(-2 ln u1) (cos 2 pi u2, sin 2 pi u2).
 *
 * The words are those of every engine bit for bit. With WIDE_NORMALS the normals are formed in double precision (a few ulp of
 * it); without, in single precision: ln u1 is then taken of the nearer of u1 and 1 - u1 and errs by a few ulp of single.
 */
INLINE uint4 philox(uint4 c, uint2 k) {
  for (int round = 0; round < 10; round++) {
    const uint low0 = 0xD2511F53u * c.x;
    const uint high0 = mul_hi(0xD2511F53u, c.x);
    const uint low1 = 0xCD9E8D57u * c.z;
    const uint high1 = mul_hi(0xCD9E8D57u, c.z);
    c = (uint4)(high1 ^ c.y ^ k.x, low1, high0 ^ c.w ^ k.y, low0);
    k += (uint2)(0x9E3779B9u, 0xBB67AE85u);
  }
  return c;
}

#ifdef WIDE_NORMALS
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
typedef double normal;
typedef double2 normal2;

INLINE normal2 normals(uint4 words) {
  const double u1 = ((double)words.x + 0.5) * 0x1p-32;
  const double u2 = ((double)words.y + 0.5) * 0x1p-31;
  const double radius = sqrt(-2.0 * log(u1));
  return (double2)(radius * cospi(u2), radius * sinpi(u2));
}
#else
typedef float normal;
typedef float2 normal2;

INLINE normal2 normals(uint4 words) {
  const float below = ((float)words.x + 0.5f) * 0x1p-32f;
  const float above = ((float)~words.x + 0.5f) * 0x1p-32f;
  const float logarithm = words.x < 0x80000000u ? log(below) : log1p(-above);
  const float radius = sqrt(-2.0f * logarithm);
  /* Quarter turns are taken off as integers, so that the angle keeps all its digits. */
  const uint quarter = (words.y + 0x20000000u) >> 30;
  const float rest = ((float)(int)(words.y - (quarter << 30)) + 0.5f) * 0x1p-31f;
  const float c = cospi(rest);
  const float s = sinpi(rest);
  const float2 even = quarter == 2 ? (float2)(-c, -s) : (float2)(c, s);
  const float2 odd = quarter == 1 ? (float2)(-s, c) : (float2)(s, -c);
  return radius * ((quarter & 1u) == 0u ? even : odd);
}
#endif
