package org.lightpath.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.core.cpu.CpuEngine;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.fft.Fft;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.LinearOperator;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.Seeds;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.core.random.Philox;

/**
 * Single precision must not drift: spans of 50 km, 400 steps each, against the host engine in
 * double precision, in the resident regime and in the streamed one (which has the factors of the
 * four-step transform besides). Every build does two spans; {@code -Dlightpath.driftSpans=14} does
 * a whole link.
 *
 * <p>Allowed are the fractions of the unit roundoff per step below, as for the host engine: a naive
 * step has 2.7 in power and 4.5 in the field.
 */
class OpenClDriftTest {
  private static final int SPANS = Integer.getInteger("lightpath.driftSpans", 2);
  private static final int STEPS = 400;
  private static final double SPAN_METRES = 50_000;
  private static final double BETA2 = -20.4e-27; // s²/m
  private static final double GAMMA = 1.3e-3; // 1/(W·m)
  private static final double ATTENUATION = 0.2e-3 * Math.log(10) / 10; // 1/m
  private static final double SAMPLE_RATE_HERTZ = 512e9;
  private static final double HALF_BAND_HERTZ = 11 * 37.5e9 / 2;
  private static final double POWER_WATTS = 11 * 0.63e-3 / 2; // of one polarisation

  private static final double POWER_ROUNDOFFS_PER_STEP = 0.25;
  private static final double FIELD_ROUNDOFFS_PER_STEP = 0.75;

  @BeforeAll
  static void present() {
    OpenClPresence.require();
  }

  @ParameterizedTest
  @CsvSource({"4096", "3000", "32000"})
  void powerAndFieldStayTogether(int samples) {
    FieldShape shape = new FieldShape(1, 2, samples);
    try (Engine device = new OpenClEngine(EngineOptions.DEFAULT);
        Engine host = new CpuEngine(EngineOptions.DEFAULT);
        ComplexField single = link(device, shape, Precision.SINGLE);
        ComplexField wide = link(host, shape, Precision.DOUBLE);
        ComplexField widened = single.copy(Precision.DOUBLE)) {
      double power = Math.abs(widened.meanPower(0) / wide.meanPower(0) - 1);
      double error = widened.relativeError(wide);
      double unit = SPANS * STEPS * Precision.SINGLE.unitRoundoff();
      System.out.printf(
          "drift of %d samples over %d steps: power %.2e, field %.2e%n",
          samples, SPANS * STEPS, power, error);
      assertThat(power).isLessThan(POWER_ROUNDOFFS_PER_STEP * unit);
      assertThat(error).isLessThan(FIELD_ROUNDOFFS_PER_STEP * unit);
    }
  }

  private static ComplexField link(Engine engine, FieldShape shape, Precision precision) {
    ComplexField output = ComplexField.allocate(shape, precision);
    PropagationPlan span =
        new PropagationPlan(
            shape,
            precision,
            LinearOperator.common(beta(shape.samples())),
            new KerrNonlinearity.Manakov(FieldParameter.of(GAMMA)),
            ATTENUATION,
            StepPlan.uniform("drift", SPAN_METRES, STEPS));
    GainNoisePlan amplifier =
        new GainNoisePlan(shape, precision, 1 / span.finalAmplitude(), 0, Seeds.of(1), 0);
    try (ComplexField input = channels(shape, precision);
        DeviceField field = engine.allocate(shape, precision);
        FieldProgram propagate = engine.compile(span);
        FieldProgram amplify = engine.compile(amplifier)) {
      field.upload(input);
      for (int i = 0; i < SPANS; i++) {
        propagate.run(field);
        amplify.run(field);
      }
      field.download(output);
    }
    return output;
  }

  private static double[] beta(int samples) {
    double[] beta = new double[samples];
    for (int k = 0; k < samples; k++) {
      double omega = 2 * Math.PI * frequency(k, samples);
      beta[k] = BETA2 / 2 * omega * omega;
    }
    return beta;
  }

  private static double frequency(int bin, int samples) {
    return (2 * bin < samples ? bin : bin - samples) * SAMPLE_RATE_HERTZ / samples;
  }

  /** Gaussian symbols in the band of the channels: the same single-precision numbers for both. */
  private static ComplexField channels(FieldShape shape, Precision precision) {
    int n = shape.samples();
    Fft fft = new Fft(n);
    int[] words = new int[4];
    double[] normal = new double[2];
    double scale =
        n * Math.sqrt(POWER_WATTS / (2.0 * n) * SAMPLE_RATE_HERTZ / (2 * HALF_BAND_HERTZ));
    try (ComplexField rounded = ComplexField.allocate(shape, Precision.SINGLE)) {
      for (int mode = 0; mode < shape.modes(); mode++) {
        double[] re = new double[n];
        double[] im = new double[n];
        for (int k = 0; k < n; k++) {
          if (Math.abs(frequency(k, n)) < HALF_BAND_HERTZ) {
            Philox.complexNormal(1, 0, mode, k, words, normal);
            re[k] = scale * normal[0];
            im[k] = scale * normal[1];
          }
        }
        fft.inverse(re, im);
        rounded.write(0, mode, re, im);
      }
      return rounded.copy(precision);
    }
  }
}
