package org.lightpath.cli.core;

import java.util.List;
import java.util.Optional;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.photonic.core.MatrixCore;
import org.lightpath.photonic.core.ProductRequest;

/**
 * A core experiment, checked.
 *
 * @param operands what is multiplied
 * @param cases one core each
 * @param batch what the cases differ in
 * @param options how it is run
 */
record CoreSpec(
    Operands operands, List<Case> cases, Optional<Outcome.Batch> batch, Options options) {
  CoreSpec {
    cases = List.copyOf(cases);
  }

  /**
   * One case.
   *
   * @param core what multiplies
   * @param request what it is asked for
   * @param raw the same core without compensation of static crosstalk, where there is one
   * @param receivedPower optical power at the diodes of one output [W]; NaN without shot noise
   * @param law closed form of the error by static crosstalk; NaN where there is none
   * @param cost what it costs; empty if no hardware is described
   */
  record Case(
      MatrixCore core,
      ProductRequest request,
      Optional<MatrixCore> raw,
      double receivedPower,
      double law,
      Optional<CoreEnergy> cost) {}

  /**
   * How it is run.
   *
   * @param draws runs of each case
   * @param calibrate whether columns are calibrated
   * @param seed of operands
   */
  record Options(int draws, boolean calibrate, long seed) {}
}
