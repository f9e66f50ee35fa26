package org.lightpath.cloud.fidelity;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.plan.ColumnCorrection;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.photonic.core.ConverterRange;
import org.lightpath.photonic.core.CoreDescription;
import org.lightpath.photonic.core.MatrixCore;
import org.lightpath.photonic.core.OperandRange;
import org.lightpath.photonic.core.OperandStatistics;
import org.lightpath.photonic.core.PreparedProduct;
import org.lightpath.photonic.core.ProductRequest;
import org.lightpath.photonic.core.ReadoutCircuit;
import org.lightpath.photonic.core.ReadoutNoise;

/** A product of one site and shape on a core: what was prepared, and its program. */
final class CoreProgram implements AutoCloseable {
  /** Standard deviations of noise that fit into a converter's range above the largest signal. */
  private static final double NOISE_DEVIATIONS = 3;

  private final Engine engine;
  private final PreparedProduct prepared;
  private final int window;
  private final double beatVariance;
  private @Nullable MatmulProgram program;
  private MatmulCounts earlier = new MatmulCounts(0, 0, 0, 0);

  CoreProgram(
      Engine engine, CoreSettings settings, int site, MatmulShape shape, SiteScales scales) {
    this.engine = engine;
    PreparedProduct made = prepare(settings, site, shape, scales);
    ColumnCorrection gain =
        ColumnCorrection.of(new double[] {settings.joint().gain()}, new double[] {0});
    this.prepared = settings.joint().gain() == 1 ? made : made.withCalibration(gain);
    this.window = Math.min(shape.inner(), CoreParts.circuit(settings.core()).integrationLength());
    this.beatVariance = settings.joint().beatVariance();
  }

  /**
   * Thermal noise and dark current of a sum that is shorter than the integration length: the
   * integrator is read when the sum has ended, so both variances go down with the time.
   */
  private static MatrixCore withShortReadout(MatrixCore core, MatmulShape shape) {
    ReadoutCircuit circuit = CoreParts.circuit(core);
    double share = (double) shape.inner() / circuit.integrationLength();
    if (share >= 1) {
      return core;
    }
    ReadoutNoise noise = circuit.noise();
    return CoreParts.withCircuit(
        core,
        circuit.withNoise(
            noise
                .withThermalElectrons(noise.thermalElectrons() * Math.sqrt(share))
                .withDarkElectrons(noise.darkElectrons() * share)));
  }

  /** Prepares a product in units of its full scales, the converter's range as calibrated. */
  static PreparedProduct prepare(
      CoreSettings settings, int site, MatmulShape shape, SiteScales scales) {
    OperandStatistics statistics = scales.statistics();
    MatrixCore timed = withShortReadout(settings.core(), shape);
    MatrixCore core =
        settings.light().map(light -> CoreParts.withLight(timed, light, statistics)).orElse(timed);
    ProductRequest request =
        new ProductRequest(
            shape,
            settings.precision(),
            new OperandRange(1, 1, statistics),
            settings.seeds().of(site),
            true);
    ReadoutCircuit circuit = CoreParts.circuit(core);
    ConverterRange converter = circuit.converter();
    if (converter.bits() == 0 || converter.fullScale() > 0 || scales.outputRms() == 0) {
      return core.prepare(request);
    }
    double signal = windowSquare(circuit, shape, scales);
    double noise = noise(core, request, scales);
    double range =
        scales.outputPeak() > 0
            ? scales.outputPeak() * Math.sqrt(signal) / scales.outputRms()
                + NOISE_DEVIATIONS * Math.sqrt(noise)
            : converter.deviations() * Math.sqrt(signal + noise);
    ReadoutCircuit calibrated =
        circuit.withConverter(ConverterRange.given(converter.bits(), range));
    return CoreParts.withCircuit(core, calibrated).prepare(request);
  }

  /**
   * Mean square of a window's sum: that of the whole output in proportion to its terms, or that of
   * independent terms where it is larger, because windows may cancel one another.
   */
  private static double windowSquare(ReadoutCircuit circuit, MatmulShape shape, SiteScales scales) {
    double window = Math.min(shape.inner(), circuit.integrationLength());
    double independent =
        window * scales.statistics().leftSquare() * scales.statistics().rightSquare();
    double share = scales.outputRms() * scales.outputRms() * window / shape.inner();
    return window < shape.inner() ? Math.max(independent, share) : share;
  }

  /** Variance of a window beside independent terms: what the core's own choice of a range holds. */
  private static double noise(MatrixCore core, ProductRequest request, SiteScales scales) {
    CoreDescription.ReadoutFigures figures = core.prepare(request).description().readout();
    double deviation = figures.fullScale() / CoreParts.circuit(core).converter().deviations();
    double window = Math.min(request.shape().inner(), figures.integrationLength());
    double independent =
        window * scales.statistics().leftSquare() * scales.statistics().rightSquare();
    return Math.max(0, deviation * deviation - independent);
  }

  PreparedProduct prepared() {
    return prepared;
  }

  /** The program of a plan; the same one as long as plans are equal. */
  MatmulProgram program(MatmulPlan prepared) {
    MatmulPlan plan = withBeat(prepared);
    MatmulProgram present = program;
    if (present != null && present.plan().equals(plan)) {
      return present;
    }
    close();
    MatmulProgram made = engine.compile(plan);
    program = made;
    return made;
  }

  /** Adds the variance of a full window's terms to the receiver's constant one. */
  private MatmulPlan withBeat(MatmulPlan plan) {
    if (beatVariance == 0) {
      return plan;
    }
    ReceiverNoise noise = plan.readout().noise();
    ReceiverNoise more =
        new ReceiverNoise(
            noise.constant() + window * beatVariance,
            noise.left(),
            noise.right(),
            noise.output(),
            noise.product(),
            noise.counts(),
            noise.seed(),
            noise.stream());
    return plan.withReadout(plan.readout().withNoise(more));
  }

  MatmulCounts counts() {
    MatmulProgram present = program;
    return present == null ? earlier : plus(earlier, present.counts());
  }

  static MatmulCounts plus(MatmulCounts a, MatmulCounts b) {
    return new MatmulCounts(
        a.runs() + b.runs(),
        a.leftClipped() + b.leftClipped(),
        a.rightClipped() + b.rightClipped(),
        a.outputClipped() + b.outputClipped());
  }

  @Override
  public void close() {
    MatmulProgram present = program;
    if (present != null) {
      earlier = plus(earlier, present.counts());
      present.close();
      program = null;
    }
  }
}
