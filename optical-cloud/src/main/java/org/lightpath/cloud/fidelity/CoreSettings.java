package org.lightpath.cloud.fidelity;

import java.util.Objects;
import java.util.Optional;
import org.lightpath.core.field.Precision;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.Interference;
import org.lightpath.photonic.core.MatrixCore;
import org.lightpath.photonic.core.PhaseNoise;
import org.lightpath.photonic.core.PhotonBudget;
import org.lightpath.photonic.core.ReadoutCircuit;
import org.lightpath.photonic.core.StreamPair;

/**
 * A core and how products are put onto it.
 *
 * @param core whose converter, if its full scale is not given, gets one for each site
 * @param light at full scale; empty for the core's own photons per MAC
 * @param scaling of the operands
 * @param scales from calibration
 * @param seeds chip and noise
 * @param precision of storage and arithmetic
 * @param joint what both streams do together beside the core's model
 */
public record CoreSettings(
    MatrixCore core,
    Optional<FullScaleLight> light,
    Scaling scaling,
    OperandScales scales,
    Seeding seeds,
    Precision precision,
    JointEffects joint) {
  /** Checks that nothing is missing. */
  public CoreSettings {
    Objects.requireNonNull(core);
    Objects.requireNonNull(light);
    Objects.requireNonNull(scaling);
    Objects.requireNonNull(scales);
    Objects.requireNonNull(seeds);
    Objects.requireNonNull(precision);
    Objects.requireNonNull(joint);
  }

  /** A core with one full scale for each operand of each run, single precision. */
  public static CoreSettings of(MatrixCore core, Seeding seeds) {
    return new CoreSettings(
        core,
        Optional.empty(),
        Scaling.TENSOR,
        OperandScales.NONE,
        seeds,
        Precision.SINGLE,
        JointEffects.NONE);
  }

  /**
   * Level {@code ideal}: the way of a behavioural product with every effect off.
   *
   * @param integrationLength terms of a readout, so that windows are cut and added as they would be
   */
  public static CoreSettings ideal(int integrationLength) {
    HomodyneCore core =
        new HomodyneCore(
            StreamPair.IDEAL,
            Interference.IDEAL,
            PhaseNoise.NONE,
            PhotonBudget.of(Double.POSITIVE_INFINITY),
            ReadoutCircuit.ideal(integrationLength));
    return of(core, Seeding.DEFAULT);
  }

  /** With another core. */
  public CoreSettings withCore(MatrixCore other) {
    return new CoreSettings(other, light, scaling, scales, seeds, precision, joint);
  }

  /** With light at full scale. */
  public CoreSettings withLight(FullScaleLight other) {
    return new CoreSettings(core, Optional.of(other), scaling, scales, seeds, precision, joint);
  }

  /** With another scaling. */
  public CoreSettings withScaling(Scaling other) {
    return new CoreSettings(core, light, other, scales, seeds, precision, joint);
  }

  /** With scales from calibration. */
  public CoreSettings withScales(OperandScales other) {
    return new CoreSettings(core, light, scaling, other, seeds, precision, joint);
  }

  /** With another precision. */
  public CoreSettings withPrecision(Precision other) {
    return new CoreSettings(core, light, scaling, scales, seeds, other, joint);
  }

  /** With other effects of both streams together. */
  public CoreSettings withJoint(JointEffects other) {
    return new CoreSettings(core, light, scaling, scales, seeds, precision, other);
  }

  /** With other seeds. */
  public CoreSettings withSeeds(Seeding other) {
    return new CoreSettings(core, light, scaling, scales, other, precision, joint);
  }
}
