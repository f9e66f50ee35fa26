package org.lightpath.photonic.core;

/**
 * A photonic core that multiplies matrices: describes itself and turns a product into a plan.
 *
 * <p>Cores are immutable records of SI numbers. All of them take operands beyond their full scales
 * as clipped and let the engine count that.
 */
public sealed interface MatrixCore
    permits HomodyneCore, CoherentWdmCore, WeightBankCore, IncoherentWdmCore, MeshCore {
  /** Name for tables and messages. */
  String name();

  /**
   * Turns a product into a plan and what the host must do to its operands.
   *
   * @throws IllegalArgumentException if the core cannot do the product: K beyond the integration
   *     length without tiling, a batch of right operands where signs need one
   */
  PreparedProduct prepare(ProductRequest request);

  /** The same core with another light budget. */
  MatrixCore withLight(PhotonBudget budget);

  /** Its light budget. */
  PhotonBudget light();
}
