package org.lightpath.photonic.energy.published;

/** A published model of what a matrix product costs on an accelerator. */
public interface ProductModel {
  /** Name of the accelerator. */
  String name();

  /** Resolution of the operands [bit]. */
  int bits();

  /** What is done with the model's slips. */
  Slips slips();

  /** Cost of a product. */
  ProductCost cost(MatrixProduct product);
}
