package org.lightpath.photonic.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.plan.ColumnCorrection;
import org.lightpath.core.plan.InnerWeights;
import org.lightpath.core.plan.LevelTable;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.OperandEncoding;
import org.lightpath.core.plan.OperandMemory;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.Quantiser;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;

/**
 * Cores in which two modulated fields interfere and balanced diodes sum their product, over time or
 * over wavelengths.
 *
 * <p>Diodes collect I₁ = |√κ αx + √(1−κ) βw|² and I₂ = |√(1−κ) αx − √κ βw|², so (I₁ − I₂)/(2αβ) =
 * 2√(κ(1−κ)) cos φ xw + (2κ − 1)(s x² − w²/s)/2 with s = α/β; a common-mode leak ε adds ε (s x² +
 * w²/s)/2. The charge on both is α²‖x‖² + β²‖w‖², which is the variance of the difference.
 */
final class Interferometer {
  private final String name;
  private final StreamPair streams;
  private final Terms terms;
  private final PhaseNoise phase;
  private final Detection detection;

  /**
   * Parameters of the terms, repeating along each readout.
   *
   * @see Interference
   */
  static final class Terms {
    private final double[] coupling;
    private final double[] phase;
    private final double overlap;
    private final double commonMode;

    /** Lists of equal length; overlap is the cosine between polarisations. */
    Terms(double[] coupling, double[] phase, double overlap, double commonMode) {
      this.coupling = coupling;
      this.phase = phase;
      this.overlap = overlap;
      this.commonMode = commonMode;
    }
  }

  /** Light and what detects it. */
  record Detection(PhotonBudget light, ReadoutCircuit circuit) {}

  Interferometer(
      String name, StreamPair streams, Terms terms, PhaseNoise phase, Detection detection) {
    this.name = name;
    this.streams = streams;
    this.terms = terms;
    this.phase = phase;
    this.detection = detection;
  }

  /**
   * Refuses noise that a plan cannot hold together.
   *
   * @throws IllegalArgumentException if counted shot noise meets phase noise of each use, or
   *     infinite light
   */
  static void requireCompatible(
      String name, PhaseNoise phase, PhotonBudget light, ReadoutCircuit circuit) {
    boolean perUse = phase.correlation() == PhaseNoise.Correlation.USE && phase.deviation() > 0;
    if (circuit.shot() == ReadoutCircuit.Shot.COUNTED && perUse) {
      throw new IllegalArgumentException(
          name
              + ": phase noise of each use is moment-matched by a normal variance, which counted"
              + " shot noise cannot hold; take normal shot noise");
    }
    requireCountable(name, light, circuit);
  }

  static void requireCountable(String name, PhotonBudget light, ReadoutCircuit circuit) {
    if (circuit.shot() == ReadoutCircuit.Shot.COUNTED && Double.isInfinite(light.photonsPerMac())) {
      throw new IllegalArgumentException(
          name + ": infinite photons per MAC cannot be counted; take normal shot noise");
    }
  }

  PreparedProduct prepare(ProductRequest request) {
    int length = detection.circuit.integrationLength();
    Stacking stacking =
        new Stacking(request.shape().inner(), request.window(name, length), streams.hasResidue());
    MatmulShape shape = withInner(request.shape(), stacking.length());
    InnerWeights weights = weights(request, stacking);
    ReceiverNoise noise = noise(request, stacking);
    Quantiser converter = converter(lit(request.range().statistics()), stacking, weights, noise);
    Readout readout = new Readout(stacking.planWindow(), noise, converter, ColumnCorrection.NONE);
    OperandEncoding left = encoding(streams.left(), streams.leftMemory(), stacking);
    OperandEncoding right = encoding(streams.right(), streams.rightMemory(), stacking);
    long seed = request.seeds().noise();
    double symbolPhase =
        phase.correlation() == PhaseNoise.Correlation.SYMBOL ? phase.deviation() : 0;
    MatmulPlan plan =
        new MatmulPlan(
            shape,
            request.precision(),
            left.withNoise(streams.left().noise(symbolPhase, seed, Streams.LEFT)),
            right.withNoise(streams.right().noise(0, seed, Streams.RIGHT)),
            weights,
            readout);
    return new PreparedProduct(request, plan, description(stacking, plan), host(stacking));
  }

  static MatmulShape withInner(MatmulShape shape, int inner) {
    return new MatmulShape(
        shape.batch(),
        shape.rows(),
        shape.columns(),
        inner,
        shape.sharedRight(),
        shape.transposedRight());
  }

  /** Stacked operands are converted and remembered on the host, where both parts are at hand. */
  private static OperandEncoding encoding(
      FieldModulator modulator, OperandMemory memory, Stacking stacking) {
    return stacking.stacked()
        ? OperandEncoding.EXACT
        : OperandEncoding.of(modulator.driver().field()).withMemory(memory);
  }

  private InnerWeights weights(ProductRequest request, Stacking stacking) {
    double ratio = detection.light.ratio(lit(request.range().statistics()));
    double kept = keptLight();
    int count = terms.coupling.length == 1 ? 1 : stacking.inner();
    double[] product = new double[count];
    double[] left = new double[count];
    double[] right = new double[count];
    for (int k = 0; k < count; k++) {
      int term = stacking.repeating(terms.coupling.length).applyAsInt(k);
      double kappa = terms.coupling[term];
      // Stacked operands carry the static phase themselves: it mixes both quadratures.
      double cosine = stacking.stacked() ? 1 : Math.cos(terms.phase[term]);
      product[k] = gain(kappa) * cosine;
      left[k] = (2 * kappa - 1 + terms.commonMode) * ratio / 2;
      right[k] = (terms.commonMode - (2 * kappa - 1)) / (2 * ratio * kept);
    }
    return count == 1
        ? InnerWeights.of(product, left, right)
        : InnerWeights.of(stacking.both(product), stacking.both(left), stacking.both(right));
  }

  private double gain(double kappa) {
    boolean averaged = phase.correlation() != PhaseNoise.Correlation.SYMBOL;
    return 2 * Math.sqrt(kappa * (1 - kappa)) * terms.overlap * (averaged ? phase.meanCosine() : 1);
  }

  /**
   * Squares of the light itself: what a finite extinction ratio leaves in quadrature is light too.
   */
  private OperandStatistics lit(OperandStatistics operands) {
    return new OperandStatistics(
        streams.left().meanLight(operands.leftSquare()),
        streams.right().meanLight(operands.rightSquare()),
        operands.leftModulus(),
        operands.rightModulus());
  }

  /**
   * Mean square of a skewed stream over that of the stream itself, (1 − δ)² + δ² for symbols of
   * zero mean: a delay turns parts of two symbols into one product, but no light is lost by it.
   */
  private double keptLight() {
    double skew = streams.skew();
    return (1 - skew) * (1 - skew) + skew * skew;
  }

  /**
   * Variance of what phase noise turns from the quadratures into a sum of k terms, {@code sin φ (x
   * w_q − x_q w)}: E sin² = (1 − e^(−2σ²))/2, in the mean over the operands.
   */
  private double quadratureVariance(OperandStatistics operands, int k) {
    double left = streams.left().meanLight(operands.leftSquare()) - operands.leftSquare();
    double right = streams.right().meanLight(operands.rightSquare()) - operands.rightSquare();
    double sine = -Math.expm1(-2 * phase.deviation() * phase.deviation()) / 2;
    double gain = 0;
    for (double kappa : terms.coupling) {
      gain += 4 * kappa * (1 - kappa) * terms.overlap * terms.overlap / terms.coupling.length;
    }
    return k * sine * gain * (operands.leftSquare() * right + left * operands.rightSquare());
  }

  private ReceiverNoise noise(ProductRequest request, Stacking stacking) {
    OperandStatistics given = request.range().statistics();
    OperandStatistics operands = lit(given);
    ReadoutCircuit circuit = detection.circuit;
    double left = detection.light.left(operands);
    double right = detection.light.right(operands);
    double counts = 2 * Math.sqrt(left) * Math.sqrt(right);
    double output = circuit.noise().intensityNoise();
    if (phase.correlation() == PhaseNoise.Correlation.READOUT) {
      // The plan's y has the mean cosine in it already.
      output += phase.cosineVariance() / (phase.meanCosine() * phase.meanCosine());
    }
    return new ReceiverNoise(
        circuit.noise().constantVariance() / (counts * counts)
            + quadratureVariance(given, stacking.window()),
        1 / (4 * right),
        1 / (4 * left * keptLight()),
        output,
        perUse(),
        circuit.shot() == ReadoutCircuit.Shot.COUNTED ? counts : 0,
        request.seeds().noise(),
        Streams.RECEIVER);
  }

  private @Nullable ProductVariance perUse() {
    if (phase.correlation() != PhaseNoise.Correlation.USE || phase.deviation() == 0) {
      return null;
    }
    double square = 0;
    for (double kappa : terms.coupling) {
      double gain = gain(kappa) / phase.meanCosine();
      square += gain * gain / terms.coupling.length;
    }
    return new ProductVariance(phase.cosineVariance() * square, 2, ProductVariance.Right.SQUARE);
  }

  /** Mean and deviation of a full window of independent operands of zero mean. */
  private Quantiser converter(
      OperandStatistics operands, Stacking stacking, InnerWeights weights, ReceiverNoise noise) {
    double mean = 0;
    double variance = 0;
    double products = operands.leftSquare() * operands.rightSquare();
    for (int k = 0; k < stacking.window(); k++) {
      mean += weights.left(k) * operands.leftSquare() + weights.right(k) * operands.rightSquare();
      double gain = weights.product(k);
      variance += gain * gain * products * (1 + noise.output());
    }
    ProductVariance product = noise.product();
    double coefficient = product == null ? 0 : product.coefficient();
    variance +=
        noise.constant()
            + stacking.window()
                * (noise.left() * operands.leftSquare()
                    + noise.right() * operands.rightSquare()
                    + coefficient * products);
    return detection.circuit.converter().quantiser(Math.abs(mean), Math.sqrt(variance));
  }

  private HostTransforms host(Stacking stacking) {
    if (!stacking.stacked()) {
      return HostTransforms.NONE;
    }
    LevelTable leftLevels = streams.left().driver().field();
    LevelTable rightLevels = streams.right().driver().field();
    return new HostTransforms(
        row -> {
          double[][] parts = parts(row, streams.left(), leftLevels, streams.leftMemory());
          return stacking.join(parts[0], parts[1]);
        },
        targets -> new Realised(stack(targets, stacking, rightLevels), null, 1));
  }

  private double[][][] stack(double[][][] targets, Stacking stacking, LevelTable levels) {
    double[][][] stacked = new double[targets.length][stacking.length()][targets[0][0].length];
    double[] column = new double[stacking.inner()];
    for (int batch = 0; batch < targets.length; batch++) {
      for (int j = 0; j < stacked[batch][0].length; j++) {
        for (int k = 0; k < column.length; k++) {
          column[k] = targets[batch][k][j];
        }
        double[][] parts = parts(column, streams.right(), levels, streams.rightMemory());
        rotate(parts, stacking);
        double[] joined = stacking.join(parts[0], parts[1]);
        for (int k = 0; k < joined.length; k++) {
          stacked[batch][k][j] = joined[k];
        }
      }
    }
    return stacked;
  }

  /** Re{t_x t_w* e^(jφ)} = x (cos φ w + sin φ w_q) + x_q (cos φ w_q − sin φ w). */
  private void rotate(double[][] parts, Stacking stacking) {
    for (int k = 0; k < stacking.inner(); k++) {
      double angle = terms.phase[stacking.repeating(terms.phase.length).applyAsInt(k)];
      double inPhase = parts[0][k];
      double quadrature = parts[1][k];
      parts[0][k] = Math.cos(angle) * inPhase + Math.sin(angle) * quadrature;
      parts[1][k] = Math.cos(angle) * quadrature - Math.sin(angle) * inPhase;
    }
  }

  /** Values beyond the full scale stay beyond it, so that the engine clips and counts them. */
  private static double[][] parts(
      double[] values, FieldModulator modulator, LevelTable levels, OperandMemory memory) {
    double[] inPhase = new double[values.length];
    double[] quadrature = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      boolean within = Math.abs(values[k]) <= 1;
      inPhase[k] = within ? levels.emitted(values[k]) : values[k];
      quadrature[k] = modulator.residue(inPhase[k]);
    }
    return new double[][] {
      Stacking.remember(inPhase, memory), Stacking.remember(quadrature, memory)
    };
  }

  private CoreDescription description(Stacking stacking, MatmulPlan plan) {
    Quantiser converter = plan.readout().converter();
    double photons = detection.light.photonsPerMac();
    return new CoreDescription(
        name,
        new CoreDescription.Signs(SignHandling.NATIVE, SignHandling.NATIVE),
        photons,
        new CoreDescription.ReadoutFigures(
            detection.circuit.integrationLength(),
            plan.windows(),
            photons * stacking.window(),
            converter.isPresent() ? converter.fullScale() : Double.POSITIVE_INFINITY),
        effects(stacking));
  }

  private List<Effect> effects(Stacking stacking) {
    List<Effect> effects = new ArrayList<>(Effects.ofReadout(detection.circuit, detection.light));
    effects.add(
        Effect.exact("coupler imbalance", NoiseClass.STATIC, "norms of both operands leak"));
    if (stacking.stacked()) {
      effects.add(
          Effect.exact(
              "extinction ratio",
              NoiseClass.STATIC,
              "quadrature parts are stacked along K, each with symbol noise"));
      if (streams.leftMemory().isPresent() || streams.rightMemory().isPresent()) {
        effects.add(
            Effect.approximate(
                "bandwidth and skew", NoiseClass.OPERAND, "symbol noise enters behind them"));
      }
    }
    if (phase.deviation() > 0) {
      effects.add(ofPhase());
      if (stacking.stacked()) {
        effects.add(
            Effect.matched(
                "quadratures turned by phase noise",
                NoiseClass.RECEIVER,
                "variance in the mean over the operands"));
      }
    }
    if (streams.skew() > 0) {
      effects.add(
          Effect.approximate(
              "shot noise of skewed light", NoiseClass.RECEIVER, "for symbols of zero mean"));
    }
    return effects;
  }

  private Effect ofPhase() {
    return switch (phase.correlation()) {
      case SYMBOL ->
          Effect.approximate(
              "phase noise",
              NoiseClass.OPERAND,
              "one draw for each symbol, exact for the product; the symbol's shot noise is lessened by"
                  + " cos²");
      case READOUT ->
          Effect.matched(
              "phase noise", NoiseClass.RECEIVER, "mean and variance of cos, per output");
      case USE ->
          Effect.matched(
              "phase noise", NoiseClass.RECEIVER, "mean and variance of cos, per multiplication");
    };
  }
}
