/*
 * An operand onto light, once for each value: u = clip(v / s, -1, 1), level t of the driver's word, then
 * e = (t (1 + r n1) + a n2) cos(phi + f n3), with one Philox counter (index of the value in its own layout) for its normals.
 *
 * The operand is a number of streams along K: rows of A, columns of B. Encoded values lie as operand.cl says, the number
 * of streams a multiple of the product's tile; every window of the readout begins at a multiple of the
 * product's slab. What pads streams and windows is zero from the beginning and never written. Where the source has K contiguous
 * (TRANSPOSED: A, and B as its transpose), tiles of SIDE x SIDE turn in local memory, whose rows are one number apart from a
 * multiple of the banks.
 *
 * Built by: TRANSPOSED; LEFT (the index is (b, i, k), otherwise (b, k, j)); PLAIN (copied as it is: the matrix V); LEVELS (a
 * table of words, otherwise exact); RANDOM (r, a), TURNED (f).
 *
 * Launch: a group of GROUP items (any number) for each tile of SIDE x SIDE. Global memory: one read, one write of each value.
 * Flops a value: 3 without noise, about 100 integer and 60 floating operations with noise. Floor: bytes over bandwidth.
 * Limits: none by shape; clipped values are counted with one atomic a group that has any, in words of 32 bits with a carry.
 */
#define SIDE 32

#ifdef PLAIN
#define EMIT(value, index) (value)
#else
#define EMIT(value, index) \
  emitted(value, index, &clipping, levels, scale, limit, relative, additive, phase, deviation, seed, stream, sample)

INLINE real emitted(
    real value, ulong index, uint *clipping, const __global real *restrict levels, real scale, real limit, real relative,
    real additive, real phase, real deviation, ulong seed, uint stream, uint sample) {
  *clipping += fabs(value) > limit ? 1u : 0u;
  const real u = value / scale;
  /* fmin and fmax would take what is not a number for a number. */
  real t = isnan(u) ? u : clamp(u, (real)-1, (real)1);
#ifdef LEVELS
  const real half_ = (real)0.5 * (LEVELS - 1);
  t = isnan(t) ? t : levels[min((int)(t * half_ + (half_ + (real)0.5)), LEVELS - 1)];
#endif
#if defined(RANDOM) || defined(TURNED)
  const uint4 words = philox((uint4)((uint)index, (uint)(index >> 32), sample, stream), (uint2)((uint)seed, (uint)(seed >> 32)));
#endif
#ifdef RANDOM
  const normal2 n = normals(words);
  t = t * (1 + relative * (real)n.x) + additive * (real)n.y;
#endif
#ifdef TURNED
  return t * cos(phase + deviation * (real)normals(words.zwxy).x);
#else
  return t * phase; /* the cosine of a fixed angle */
#endif
}
#endif

GROUP_KERNEL void encode(
    const __global real *restrict source, __global real *restrict target, __global uint *restrict clipped,
    const __global real *restrict levels, const int streams, const int inner, const int paddedStreams, const int paddedInner,
    const int window, const int paddedWindow, const real relative, const real additive, const real phase, const real deviation,
    const ulong seed, const uint stream, const real scale, const real limit, const uint sample) {
  __local uint clippedInGroup;
#ifdef TRANSPOSED
  __local real turned[SIDE][SIDE + 1];
#endif
  const int item = get_local_id(0);
  const int across = (streams + SIDE - 1) / SIDE;
  const int along = (inner + SIDE - 1) / SIDE;
  const long matrix = get_group_id(0) / ((long)across * along);
  const int tile = get_group_id(0) % ((long)across * along);
  const int firstStream = tile % across * SIDE;
  const int firstInner = tile / across * SIDE;
  uint clipping = 0;
  if (item == 0) {
    clippedInGroup = 0;
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  for (int e = item; e < SIDE * SIDE; e += GROUP) {
#ifdef TRANSPOSED
    const int s = firstStream + e / SIDE;
    const int k = firstInner + e % SIDE;
#else
    const int s = firstStream + e % SIDE;
    const int k = firstInner + e / SIDE;
#endif
    if (s < streams && k < inner) {
      const ulong byStream = (matrix * streams + s) * inner + k;
      const ulong byInner = (matrix * inner + k) * streams + s;
#ifdef LEFT
      const ulong index = byStream;
#else
      const ulong index = byInner;
#endif
#ifdef TRANSPOSED
      turned[e % SIDE][e / SIDE] = EMIT(source[byStream], index);
#else
      target[PLACE(matrix, position(k, window, paddedWindow), s)] = EMIT(source[byInner], index);
#endif
    }
  }
  if (clipping > 0) {
    atomic_add(&clippedInGroup, clipping);
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  if (item == 0) {
    countAll(clipped, clippedInGroup);
  }
#ifdef TRANSPOSED
  for (int e = item; e < SIDE * SIDE; e += GROUP) {
    const int s = firstStream + e % SIDE;
    const int k = firstInner + e / SIDE;
    if (s < streams && k < inner) {
      target[PLACE(matrix, position(k, window, paddedWindow), s)] = turned[e / SIDE][e % SIDE];
    }
  }
#endif
}
