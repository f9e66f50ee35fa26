package org.lightpath.photonic.mesh;

/** How the interferometers of a mesh are arranged. */
public enum MeshTopology {
  /**
   * Rectangular mesh of N columns (Clements et al., Optica 3, 1460, 2016): any N × N unitary
   * matrix.
   */
  CLEMENTS,
  /**
   * Triangular mesh of 2N − 3 columns (Reck et al., PRL 73, 58, 1994): any N × N unitary matrix.
   */
  RECK,
  /** One column of N/2 interferometers on separate pairs of modes: switches or attenuators. */
  SINGLE_COLUMN
}
