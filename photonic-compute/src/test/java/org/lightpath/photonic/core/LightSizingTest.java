package org.lightpath.photonic.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.reference.ReferenceEngine;
import org.lightpath.photonic.device.AddDropRing;

class LightSizingTest {
  private static final MatmulShape SHAPE = MatmulShape.of(1, 96, 96, 48);
  private static final ProductRequest REQUEST = ProductRequest.of(SHAPE, Precision.DOUBLE);

  private static RealMatrix weights() {
    return CoreCharacterisation.uniform(SHAPE.right(), Precision.DOUBLE, 5, 1);
  }

  /** n photons give an SNR of n; the weights' own mean square stands for its expected third. */
  @Test
  void shotLimitedCoreNeedsAsManyPhotonsAsTheRatio() {
    try (RealMatrix right = weights()) {
      double photons = LightSizing.photonsPerMac(HomodyneCore.ideal(1, 48), REQUEST, right, 1000);
      assertThat(photons).isCloseTo(1000, within(20.0));
    }
  }

  /** What is sized is what a run then has: five thousand outputs know the power to 2 %. */
  @Test
  void coresReachWhatTheyWereSizedFor() {
    List<MatrixCore> cores =
        List.of(
            HomodyneCore.ideal(1, 48)
                .withCircuit(ReadoutCircuit.ideal(48).withThermalElectrons(300)),
            CoherentWdmCore.ideal(1, 12),
            IncoherentWdmCore.ideal(1, 12),
            new WeightBankCore(
                AddDropRing.lossless(0.1e-9, 32e-9),
                RingBank.of(12, 1.6e-9, RingBank.Compensation.PRECOMPENSATED),
                IntensityInput.IDEAL,
                PhotonBudget.of(1),
                ReadoutCircuit.ideal(12)),
            MeshCore.ideal(1, 48));
    try (Engine engine = new ReferenceEngine();
        RealMatrix right = weights()) {
      for (MatrixCore core : cores) {
        double photons = LightSizing.photonsPerMac(core, REQUEST, right, 300);
        MatrixCore lit = core.withLight(core.light().withPhotonsPerMac(photons));
        double snr = new CoreCharacterisation(engine, 1, 0).random(lit, REQUEST, 5).quality().snr();
        assertThat(snr).as(core.name()).isCloseTo(300, within(0.1 * 300));
      }
    }
  }

  @Test
  void intensityNoiseIsACeiling() {
    HomodyneCore core =
        HomodyneCore.ideal(1, 48).withCircuit(ReadoutCircuit.ideal(48).withIntensityNoise(1e-3));
    try (RealMatrix right = weights()) {
      assertThat(LightSizing.photonsPerMac(core, REQUEST, right, 900)).isGreaterThan(8000);
      assertThatThrownBy(() -> LightSizing.photonsPerMac(core, REQUEST, right, 1001))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("allow 30.0 dB");
    }
  }
}
