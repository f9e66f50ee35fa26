package org.lightpath.photonic.core;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.plan.ColumnCorrection;
import org.lightpath.core.plan.InnerWeights;
import org.lightpath.core.plan.LevelTable;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.OperandEncoding;
import org.lightpath.core.plan.OperandMemory;
import org.lightpath.core.plan.OperandNoise;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.Quantiser;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;

/**
 * Plans of cores that weigh intensities and subtract two photocurrents: y = Σ a (T⁺ − T⁻), charge
 * on both diodes P Σ a (T⁺ + T⁻) for P photons at full light, so the variance of y is Σ a (T⁺ +
 * T⁻)/P.
 *
 * @param name of the core
 * @param input inputs
 * @param light photons
 * @param circuit receiver
 * @param weights what the plan knows of the weights
 */
record IntensityReceiver(
    String name,
    IntensityInput input,
    PhotonBudget light,
    ReadoutCircuit circuit,
    WeightFigures weights) {
  /**
   * Weights of a core in the mean.
   *
   * @param throughput E (T⁺ + T⁻)
   * @param square E (T⁺ − T⁻)²
   */
  record WeightMeans(double throughput, double square) {}

  /**
   * Weights of a core.
   *
   * @param means over them
   * @param headroom h: the host divides T⁺ − T⁻ by it, so that no engine clips a cell that
   *     transmits more than its full scale, and the terms take it back
   * @param variance how the plan takes T⁺ + T⁻
   * @param levels of weights that are uploaded as they are
   * @param effects of the weights
   */
  record WeightFigures(
      WeightMeans means,
      double headroom,
      ProductVariance.Right variance,
      LevelTable levels,
      List<Effect> effects) {}

  /** P, photoelectrons of an input at full light if a weight sent all of it to the diodes. */
  double fullLight(OperandStatistics operands) {
    return light.photonsPerMac()
        / (input.meanLight(operands.leftModulus()) * weights.means().throughput());
  }

  MatmulPlan plan(ProductRequest request) {
    int window = request.window(name, circuit.integrationLength());
    ReceiverNoise noise = noise(request, window);
    Readout readout =
        new Readout(
            circuit.integrationLength(),
            noise,
            converter(request.range().statistics(), window, noise),
            ColumnCorrection.of(new double[] {1 / input.swing()}, new double[1]));
    return new MatmulPlan(
        request.shape(),
        request.precision(),
        new OperandEncoding(input.levels(), inputNoise(request), OperandMemory.NONE),
        OperandEncoding.of(weights.levels()),
        InnerWeights.of(
            new double[] {input.termWeight() * weights.headroom()}, new double[1], new double[1]),
        readout);
  }

  private OperandNoise inputNoise(ProductRequest request) {
    OperandNoise noise =
        new OperandNoise(
            input.relativeNoise(),
            input.additiveNoise(),
            0,
            0,
            request.seeds().noise(),
            Streams.LEFT);
    return noise.isRandom() ? noise : OperandNoise.NONE;
  }

  private ReceiverNoise noise(ProductRequest request, int window) {
    double full = fullLight(request.range().statistics());
    // Two rails at rest shine too; their light meets the mean of the weights.
    double rest =
        input.signs() == SignHandling.DIFFERENTIAL
            ? 2 * input.floor() * window * weights.means().throughput() / full
            : 0;
    boolean counted = circuit.shot() == ReadoutCircuit.Shot.COUNTED;
    return new ReceiverNoise(
        circuit.noise().constantVariance() / (full * full) + rest,
        0,
        0,
        circuit.noise().intensityNoise(),
        new ProductVariance(input.termWeight() / full, 1, weights.variance()),
        counted ? full : 0,
        request.seeds().noise(),
        Streams.RECEIVER);
  }

  private Quantiser converter(OperandStatistics operands, int window, ReceiverNoise noise) {
    double swing = input.swing();
    double bias = input.bias();
    double signal =
        (swing * swing * operands.leftSquare() + bias * bias) * weights.means().square() * window;
    double shot =
        input.meanLight(operands.leftModulus())
            * weights.means().throughput()
            * window
            / fullLight(operands);
    return circuit
        .converter()
        .quantiser(0, Math.sqrt(signal * (1 + noise.output()) + shot + noise.constant()));
  }

  PreparedProduct prepared(ProductRequest request, HostTransforms host) {
    MatmulPlan plan = plan(request);
    return new PreparedProduct(request, plan, description(plan), host);
  }

  private CoreDescription description(MatmulPlan plan) {
    int window = Math.min(plan.shape().inner(), circuit.integrationLength());
    Quantiser converter = plan.readout().converter();
    List<Effect> effects = new ArrayList<>(Effects.ofReadout(circuit, light));
    effects.addAll(weights.effects());
    if (input.floor() > 0) {
      effects.add(
          input.signs() == SignHandling.OFFSET
              ? Effect.exact("extinction ratio of inputs", NoiseClass.STATIC, "in the levels")
              : Effect.matched(
                  "extinction ratio of inputs",
                  NoiseClass.RECEIVER,
                  "levels exact; shot noise of dark rails in the mean over the weights"));
    }
    return new CoreDescription(
        name,
        new CoreDescription.Signs(input.signs(), SignHandling.DIFFERENTIAL),
        light.photonsPerMac(),
        new CoreDescription.ReadoutFigures(
            circuit.integrationLength(),
            plan.windows(),
            light.photonsPerMac() * window,
            converter.isPresent() ? converter.fullScale() : Double.POSITIVE_INFINITY),
        effects);
  }

  /**
   * Digital offset that takes the bias of the inputs out again: −(bias/swing) Σ_k w, with the
   * weights that were asked for, because the digital side knows no others before a calibration.
   *
   * @param targets weights asked for, in units of their full scale
   * @throws IllegalArgumentException if there are several right operands
   */
  double[] offsets(double[][][] targets) {
    if (input.signs() != SignHandling.OFFSET) {
      return new double[1];
    }
    if (targets.length != 1) {
      throw new IllegalArgumentException(
          ("%s: signs by OFFSET correct each column digitally, which takes one right operand for the"
                  + " whole batch, got %d; share it or take DIFFERENTIAL")
              .formatted(name, targets.length));
    }
    double[] offsets = new double[targets[0][0].length];
    for (double[] row : targets[0]) {
      for (int j = 0; j < offsets.length; j++) {
        offsets[j] -= input.bias() / input.swing() * Math.clamp(row[j], -1, 1);
      }
    }
    return offsets;
  }
}
