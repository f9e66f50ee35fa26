/*
 * Amplification with noise: A <- g A + s (n1 + j n2), two standard normals of (seed, stream, mode, sample), see normals.cl.
 *
 * Launch: any group size; guarded. Global memory: 2 T. About 100 integer and 60 floating operations a sample. Floor: 2 T.
 */
__kernel void amplify(
    __global cplx *restrict field, const __global ulong *restrict seeds, const long count, const int firstField,
    const int seedStride, const normal gain, const normal deviation, const uint stream) {
  const long i = get_global_id(0);
  if (i < count) {
    const long row = i / LENGTH;
    const ulong seed = seeds[(firstField + row / FIELD_MODES) * seedStride];
    const uint4 counter = (uint4)((uint)(i % LENGTH), 0u, (uint)(row % FIELD_MODES), stream);
    const normal2 n = normals(philox(counter, (uint2)((uint)seed, (uint)(seed >> 32))));
    const cplx a = field[i];
    field[i] = (cplx)((real)(gain * a.x + deviation * n.x), (real)(gain * a.y + deviation * n.y));
  }
}
