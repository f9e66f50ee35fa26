/*
 * Light through a mesh of interferometers, all columns in one launch. A field is (mode, vector), vectors contiguous. The
 * columns alternate: even ones pair the modes (2q, 2q + 1), odd ones (2q - 1, 2q) in slot q; what reaches beyond the modes is
 * the identity. (x, y) <- (t11 x + t12 y, t21 x + t22 y); the phase screen is in the last column.
 *
 * An item holds STRIP neighbouring modes of one vector in registers, VECTORS neighbouring items the same modes of neighbouring
 * vectors: they read the same blocks, which the first-level cache broadcasts. An even column stays within strips; for an odd
 * one each strip shows its first and last mode to its neighbours through local memory, in two halves in turn, so that one
 * barrier for two columns is enough.
 *
 * Launch: a group of STRIPS x VECTORS items for VECTORS vectors of a field; STRIPS x STRIP >= N. Global memory: one read, one
 * write of the field, the blocks once from memory and for each group through the caches. Local memory: 4 complex numbers an
 * item for two columns. Registers of an item on sm_90 by ptxas 13.0: 112 with strips of 16 modes in single precision, 98 with 8
 * in double; 182 with 32, of which a group of 512 gets 128 and spills 160 bytes. Flops: 28 for each pair and vector. Floor:
 * flops over peak from about 10 columns on. Limits: N up to STRIP times the strips that fit a group, for 8 vectors; a launch of few vectors has few groups.
 */
#ifdef DOUBLE
typedef double8 block;
#else
typedef float8 block;
#endif

INLINE cplx firstOf(block t, cplx x, cplx y) {
  return (cplx)(fma(t.s0, x.x, fma(-t.s1, x.y, fma(t.s2, y.x, -(t.s3 * y.y)))),
                fma(t.s0, x.y, fma(t.s1, x.x, fma(t.s2, y.y, t.s3 * y.x))));
}

INLINE cplx secondOf(block t, cplx x, cplx y) {
  return firstOf(t.s45670123, x, y);
}

INLINE void pass(cplx *x, block t) {
  const cplx first = firstOf(t, x[0], x[1]);
  x[1] = secondOf(t, x[0], x[1]);
  x[0] = first;
}

#ifdef STRIP
#define PAIRS (STRIP / 2)
#define STRIPS (GROUP / VECTORS)

GROUP_KERNEL void mesh(
    __global cplx *restrict field, const __global block *restrict blocks, const int modes, const int vectors, const int slots,
    const int columns, const int ownChip, const int firstField) {
  __local cplx firsts[2][GROUP];
  __local cplx lasts[2][GROUP];
  const int item = get_local_id(0);
  const int strip = item / VECTORS;
  const int across = (vectors + VECTORS - 1) / VECTORS;
  const long f = get_group_id(0) / across;
  const int vector = get_group_id(0) % across * VECTORS + item % VECTORS;
  const int firstMode = strip * STRIP;
  const bool inside = firstMode < modes;
  __global cplx *restrict samples = field + (f * modes + firstMode) * vectors + vector;
  const __global block *restrict t = blocks + (ownChip ? firstField + f : 0) * columns * slots + strip * PAIRS;

  cplx x[STRIP];
  UNROLL for (int i = 0; i < STRIP; i++) {
    x[i] = vector < vectors && firstMode + i < modes ? samples[(long)i * vectors] : (cplx)(0, 0);
  }
  for (int c = 0; c < columns; c += 2) {
    const int now = (c >> 1) & 1;
    if (inside) {
      UNROLL for (int i = 0; i < PAIRS; i++) {
        pass(x + 2 * i, t[i]);
      }
    }
    t += slots;
    firsts[now][item] = x[0];
    lasts[now][item] = x[STRIP - 1];
    barrier(CLK_LOCAL_MEM_FENCE);
    if (inside) {
      const cplx before = strip > 0 ? lasts[now][item - VECTORS] : (cplx)(0, 0);
      const cplx after = strip + 1 < STRIPS ? firsts[now][item + VECTORS] : (cplx)(0, 0);
      x[0] = secondOf(t[0], before, x[0]);
      UNROLL for (int i = 1; i < PAIRS; i++) {
        pass(x + 2 * i - 1, t[i]);
      }
      x[STRIP - 1] = firstOf(t[PAIRS], x[STRIP - 1], after);
    }
    t += slots;
  }
  UNROLL for (int i = 0; i < STRIP; i++) {
    if (vector < vectors && firstMode + i < modes) {
      samples[(long)i * vectors] = x[i];
    }
  }
}
#endif

/*
 * One column, for meshes of more modes than a group can hold.
 *
 * Launch: any group; guarded; an item for each slot and vector. Global memory: one read and one write of the field. Flops: 28 an
 * item. Floor: bytes over bandwidth.
 */
__kernel void meshColumn(
    __global cplx *restrict field, const __global block *restrict blocks, const int modes, const int vectors, const int slots,
    const int columns, const int ownChip, const int firstField, const int column, const long count) {
  const long i = get_global_id(0);
  if (i < count) {
    const int slot = i / vectors % slots;
    const long f = i / vectors / slots;
    const int mode = 2 * slot - (column & 1);
    const block t = blocks[((ownChip ? firstField + f : 0) * columns + column) * slots + slot];
    __global cplx *restrict samples = field + (f * modes + mode) * vectors + i % vectors;
    const bool first = mode >= 0 && mode < modes;
    const bool second = mode + 1 < modes;
    cplx x[2];
    x[0] = first ? samples[0] : (cplx)(0, 0);
    x[1] = second ? samples[vectors] : (cplx)(0, 0);
    pass(x, t);
    if (first) {
      samples[0] = x[0];
    }
    if (second) {
      samples[vectors] = x[1];
    }
  }
}
