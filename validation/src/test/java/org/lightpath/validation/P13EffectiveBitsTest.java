package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.photonic.core.statistics.Moments;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.Photodiode;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.TransimpedanceAmplifier;
import org.lightpath.photonic.receiver.EffectiveBits;
import org.lightpath.photonic.receiver.LightNoise;
import org.lightpath.photonic.receiver.Quantisation;
import org.lightpath.photonic.receiver.ReceiverNoiseBudget;

/**
 * P13: effective bits of a receiver over power (1 A/W, 10 pA/√Hz, −150 dB/Hz): shot, thermal and
 * intensity noise as a closed form, and the same budget drawn by an engine.
 */
class P13EffectiveBitsTest {
  static final double FIRST_DBM = -30;
  static final double STEP_DB = 5;
  static final double[] AT_5_GHZ = {0.21, 1.86, 3.51, 5.11, 6.60, 7.72, 8.26, 8.44, 8.49};
  static final double[] AT_10_GHZ = {-0.29, 1.36, 3.01, 4.61, 6.10, 7.22, 7.76, 7.94, 7.99};
  static final double TOLERANCE = 0.01;
  private static final int SIDE = 512;

  private static ReceiverNoiseBudget budget(double bandwidth) {
    return new ReceiverNoiseBudget(
        Photodiode.ideal(1, 40e9),
        TransimpedanceAmplifier.ofInputNoise(10e-12, Provenance.assumed("test vector")),
        LightNoise.ofRin(-150),
        Quantisation.NONE,
        bandwidth);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void bitsOverPowerAreTheTable(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SIDE * SIDE);
    try (EngineScope scope = new EngineScope(engine)) {
      for (int i = 0; i < AT_5_GHZ.length; i++) {
        double dbm = FIRST_DBM + STEP_DB * i;
        double power = Decibels.dbmToWatts(dbm);
        double five = budget(5e9).noise(power).enob();
        tolerances.requireClose("5 GHz at %s dBm".formatted(dbm), AT_5_GHZ[i], five, TOLERANCE);
        tolerances.requireClose(
            "10 GHz at %s dBm".formatted(dbm),
            AT_10_GHZ[i],
            budget(10e9).noise(power).enob(),
            TOLERANCE);
        // Half a million draws know the variance to 0.3 %, 0.002 bit.
        tolerances.requireClose(
            "5 GHz at %s dBm, drawn".formatted(dbm),
            AT_5_GHZ[i],
            drawn(scope, Math.pow(EffectiveBits.toSnr(five), -1)),
            2 * TOLERANCE);
      }
    }
  }

  /** A current of one, with the noise of a budget relative to it, drawn many times. */
  private static double drawn(EngineScope scope, double relativeVariance) {
    MatmulShape shape = MatmulShape.of(1, SIDE, SIDE, 1);
    ReceiverNoise noise = ReceiverNoise.constant(relativeVariance, 7, 0);
    MatmulPlan plan =
        MatmulPlan.exact(shape, scope.precision()).withReadout(Readout.EXACT.withNoise(noise));
    try (RealMatrix left = RealMatrix.allocate(shape.left(), scope.precision());
        RealMatrix right = RealMatrix.allocate(shape.right(), scope.precision());
        RealMatrix result = RealMatrix.allocate(shape.result(), scope.precision());
        DeviceMatrix a = scope.engine().allocate(shape.left(), scope.precision());
        DeviceMatrix b = scope.engine().allocate(shape.right(), scope.precision());
        DeviceMatrix c = scope.engine().allocate(shape.result(), scope.precision());
        MatmulProgram program = scope.engine().compile(plan)) {
      for (int i = 0; i < SIDE; i++) {
        left.set(0, i, 0, 1);
        right.set(0, 0, i, 1);
      }
      a.upload(left);
      b.upload(right);
      program.run(new MatmulOperands(a, b, c), MatmulRun.UNIT);
      c.download(result);
      return EffectiveBits.ofSnr(1 / Moments.of(result.toArray()).variance());
    }
  }
}
