package org.lightpath.opencl.internal;

import org.lightpath.core.plan.MatmulShape;

/**
 * How a product is cut into groups. Sums over k are chains of fused multiplications in the order of
 * k in every cut, so that the bytes of a result do not depend on it.
 */
sealed interface ProductTile permits MatmulTile, PanelTile {
  /** Rows of C that are a whole unit: their number is padded to a multiple. */
  int rows();

  /** Columns of C that are a whole unit. */
  int columns();

  /** Positions along K that are a whole unit. */
  int slab();

  /** Streams of A that lie together for each position; 0 for all. */
  int rowPanel();

  /** Streams of B that lie together for each position; 0 for all. */
  int columnPanel();

  /** Work-items of a group. */
  int group();

  /** Groups of a launch. */
  long groups(MatmulShape shape);

  /**
   * Numbers that all groups write to and read from local memory for each position along K.
   *
   * @param slabs operands that pass through it, 2 or 3
   */
  double localNumbers(MatmulShape shape, int slabs);

  /** Whether the readout is better a kernel of its own. */
  boolean readsBehind();

  /** A name for people and for stored choices. */
  String label();
}
