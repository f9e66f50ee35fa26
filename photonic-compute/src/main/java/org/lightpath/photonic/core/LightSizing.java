package org.lightpath.photonic.core;

import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.photonic.device.Require;

/**
 * Light that a core needs for a wanted signal-to-noise ratio at its outputs, from the noise of its
 * receiver: shot, thermal and intensity noise, not distortion, crosstalk or converters.
 *
 * <p>SNR = K E x² E w² / σ², σ² the mean variance of an output that the plan of the product holds;
 * it grows with the light, so the photons are found by bisection of its logarithm.
 */
public final class LightSizing {
  private static final double FEWEST = 1e-9;
  private static final double MOST = 1e18;
  private static final int HALVINGS = 200;

  private LightSizing() {}

  /**
   * Photons for each multiply-accumulate.
   *
   * @param core whose own light is not looked at
   * @param request product with scales and statistics
   * @param right weights, which some receivers' noise depends on
   * @param snr wanted power ratio
   * @throws IllegalArgumentException if no light reaches it: intensity noise sets a ceiling
   */
  public static double photonsPerMac(
      MatrixCore core, ProductRequest request, RealMatrix right, double snr) {
    Require.positive("wanted SNR of a core", snr, "");
    double ceiling = snr(core, request, right, MOST);
    if (ceiling < snr) {
      throw new IllegalArgumentException(
          "%s: an SNR of %.1f dB is wanted, but intensity and phase noise allow %.1f dB with any light"
              .formatted(core.name(), 10 * Math.log10(snr), 10 * Math.log10(ceiling)));
    }
    double low = Math.log(FEWEST);
    double high = Math.log(MOST);
    for (int i = 0; i < HALVINGS && high - low > 1e-12; i++) {
      double middle = (low + high) / 2;
      if (snr(core, request, right, Math.exp(middle)) < snr) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp(high);
  }

  /**
   * Mean variance of an output by shot noise alone with the light that a core has, in units of C².
   */
  public static double shotVariance(MatrixCore core, ProductRequest request, RealMatrix right) {
    MatrixCore quiet =
        switch (core) {
          case HomodyneCore c -> c.withPhase(PhaseNoise.NONE).withCircuit(quiet(c.circuit()));
          case CoherentWdmCore c -> c.withPhase(PhaseNoise.NONE).withCircuit(quiet(c.circuit()));
          case WeightBankCore c -> c.withCircuit(quiet(c.circuit()));
          case IncoherentWdmCore c -> c.withCircuit(quiet(c.circuit()));
          case MeshCore c -> c.withCircuit(quiet(c.circuit()));
        };
    double scale = request.range().leftScale() * request.range().rightScale();
    double ratio = snr(quiet, request, right, core.light().photonsPerMac());
    return scale * scale * signal(request) / ratio;
  }

  /** K E x² E w², power of an output of independent operands of zero mean, in full scales. */
  private static double signal(ProductRequest request) {
    OperandStatistics operands = request.range().statistics();
    return request.shape().inner() * operands.leftSquare() * operands.rightSquare();
  }

  private static ReadoutCircuit quiet(ReadoutCircuit circuit) {
    return circuit.withNoise(ReadoutNoise.NONE);
  }

  /** Ratio that receiver noise allows with some photons for each multiply-accumulate. */
  public static double snr(
      MatrixCore core, ProductRequest request, RealMatrix right, double photons) {
    PreparedProduct prepared =
        core.withLight(core.light().withPhotonsPerMac(photons)).prepare(request);
    try (RightOperand operand = prepared.right(right)) {
      MatmulPlan plan = prepared.plan(operand);
      MatmulRun run = prepared.run(0);
      OperandStatistics operands = request.range().statistics();
      double scale = request.range().leftScale() * request.range().rightScale();
      double gain = run.leftScale() * run.rightScale() * operand.correction().gain(0) / scale;
      double signal = signal(request);
      return signal
          / (gain * gain * variance(plan, operands, operand, run, signal / (gain * gain)));
    }
  }

  /** Mean variance of an output before the digital gain. */
  private static double variance(
      MatmulPlan plan,
      OperandStatistics operands,
      RightOperand operand,
      MatmulRun run,
      double outputPower) {
    ReceiverNoise noise = plan.readout().noise();
    double inner = plan.shape().inner();
    double rightSquare = meanSquare(operand.values()) / (run.rightScale() * run.rightScale());
    double product = 0;
    ProductVariance second = noise.product();
    if (second != null) {
      double left = second.leftPower() == 1 ? operands.leftModulus() : operands.leftSquare();
      RealMatrix given = operand.variance();
      double right =
          switch (second.right()) {
            case ABSOLUTE -> operands.rightModulus();
            case SQUARE -> rightSquare;
            case GIVEN -> given == null ? 0 : mean(given);
          };
      product = second.coefficient() * inner * left * right;
    }
    return plan.windows() * noise.constant()
        + inner * (noise.left() * operands.leftSquare() + noise.right() * rightSquare)
        + product
        + noise.output() * outputPower;
  }

  private static double mean(RealMatrix matrix) {
    double sum = 0;
    for (long i = 0; i < matrix.shape().elements(); i++) {
      sum += matrix.real(i);
    }
    return sum / matrix.shape().elements();
  }

  private static double meanSquare(RealMatrix matrix) {
    double sum = 0;
    for (long i = 0; i < matrix.shape().elements(); i++) {
      sum += matrix.real(i) * matrix.real(i);
    }
    return sum / matrix.shape().elements();
  }
}
