package org.lightpath.photonic.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lightpath.core.plan.ColumnCorrection;
import org.lightpath.core.plan.InnerWeights;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.OperandEncoding;
import org.lightpath.core.plan.OperandMemory;
import org.lightpath.core.plan.Quantiser;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;

/**
 * A mesh that holds the weights and multiplies fields as they pass: y = Re(W x), read by homodyne
 * detection against a strong local oscillator.
 *
 * <p>Weights are divided by the largest spectral norm of their blocks, so that the mesh stays
 * passive; the digital side multiplies it back. With α² photons of an input at full scale and a
 * transmission L, the variance of y is 1/(4α²L), the same for all outputs. α² = n N/E x² for n
 * launched photons for each of the K N multiply-accumulates. Inputs carry their sign in the field.
 *
 * @param matrix what chips make of a target
 * @param modulator of the inputs
 * @param light launched photons for each multiply-accumulate, before the mesh
 * @param circuit receiver with normal shot noise; its integration length is the number of inputs of
 *     the mesh: K beyond it is done in blocks
 */
public record MeshCore(
    RealisedMatrix matrix, FieldModulator modulator, PhotonBudget light, ReadoutCircuit circuit)
    implements MatrixCore {
  private static final String NAME = "mesh core";
  private static final int ROUNDS = 100;

  /** Power iteration stays below the norm; a thousandth covers what is left after the rounds. */
  private static final double MARGIN = 1.001;

  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException if shot noise is counted, or the modulator has a finite
   *     extinction ratio or a pole
   */
  public MeshCore {
    Objects.requireNonNull(matrix);
    Objects.requireNonNull(light);
    if (circuit.shot() == ReadoutCircuit.Shot.COUNTED) {
      throw new IllegalArgumentException(
          NAME + ": a strong local oscillator has no countable photons; take normal shot noise");
    }
    if (modulator.hasResidue() || modulator.pole() != 0) {
      throw new IllegalArgumentException(
          ("%s: extinction ratio %s and pole %s of the input modulator, expected infinity and 0:"
                  + " a mesh core does not model them")
              .formatted(NAME, modulator.extinctionRatio(), modulator.pole()));
    }
  }

  /** Any matrix, shot noise alone. */
  public static MeshCore ideal(double photonsPerMac, int inputs) {
    return new MeshCore(
        RealisedMatrix.IDEAL,
        FieldModulator.IDEAL,
        PhotonBudget.of(photonsPerMac),
        ReadoutCircuit.ideal(inputs));
  }

  /** Modes at the input of a mesh. */
  public int inputs() {
    return circuit.integrationLength();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public PreparedProduct prepare(ProductRequest request) {
    int window = request.window(NAME, inputs());
    int outputs = request.shape().columns();
    OperandStatistics operands = request.range().statistics();
    double full = light.photonsPerMac() * outputs / operands.leftSquare();
    double detected = full * matrix.transmission(outputs, window);
    ReceiverNoise noise = noise(request, detected);
    // A random block of norm 1 has entries of about 1/√max(K, N) at most, and y is that much less.
    double gain = 1 / Math.sqrt(Math.max(window, outputs));
    double deviation = Math.sqrt(window * gain * gain * operands.leftSquare() + noise.constant());
    Readout readout =
        new Readout(
            inputs(), noise, circuit.converter().quantiser(0, deviation), ColumnCorrection.NONE);
    MatmulPlan plan =
        new MatmulPlan(
            request.shape(),
            request.precision(),
            new OperandEncoding(
                modulator.driver().field(),
                modulator.noise(0, request.seeds().noise(), Streams.LEFT),
                OperandMemory.NONE),
            OperandEncoding.EXACT,
            InnerWeights.unit(),
            readout);
    HostTransforms host =
        new HostTransforms(null, targets -> realise(targets, request.seeds().chip()));
    return new PreparedProduct(request, plan, description(plan, detected), host);
  }

  private ReceiverNoise noise(ProductRequest request, double detected) {
    // Thermal and dark electrons against a local oscillator as strong as the light of all inputs
    // together.
    double oscillator = detected * inputs();
    return new ReceiverNoise(
        1 / (4 * detected) + circuit.noise().constantVariance() / (4 * detected * oscillator),
        0,
        0,
        circuit.noise().intensityNoise(),
        null,
        0,
        request.seeds().noise(),
        Streams.RECEIVER);
  }

  private Realised realise(double[][][] targets, long chip) {
    double norm = norm(targets);
    double[][][] values = new double[targets.length][targets[0].length][targets[0][0].length];
    for (int batch = 0; batch < targets.length; batch++) {
      for (int from = 0; from < targets[batch].length; from += inputs()) {
        double[][] block = block(targets[batch], from);
        for (double[] row : block) {
          for (int k = 0; k < row.length; k++) {
            row[k] /= norm;
          }
        }
        RealisedMatrix.Transfer transfer = matrix.realise(block, chip);
        for (int j = 0; j < block.length; j++) {
          for (int k = 0; k < block[j].length; k++) {
            values[batch][from + k][j] = transfer.real(j, k);
          }
        }
      }
    }
    return new Realised(values, null, norm).clipping(targets);
  }

  /** Weights of a mesh, [output][input]. */
  private double[][] block(double[][] target, int from) {
    int count = Math.min(inputs(), target.length - from);
    double[][] block = new double[target[0].length][count];
    for (int j = 0; j < block.length; j++) {
      for (int k = 0; k < count; k++) {
        block[j][k] = Math.clamp(target[from + k][j], -1, 1);
      }
    }
    return block;
  }

  private double norm(double[][][] targets) {
    double norm = 0;
    for (double[][] target : targets) {
      for (int from = 0; from < target.length; from += inputs()) {
        norm = Math.max(norm, spectralNorm(block(target, from)));
      }
    }
    return norm == 0 ? 1 : norm;
  }

  /** Largest singular value by power iteration, rounded up a little; 0 for a matrix of zeros. */
  static double spectralNorm(double[][] matrix) {
    double[] vector = new double[matrix[0].length];
    for (int k = 0; k < vector.length; k++) {
      vector[k] = 1 + 0.5 * Math.sin(k + 1.0);
    }
    double growth = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double before = norm(vector);
      vector = backAndForth(matrix, vector);
      double after = norm(vector);
      if (after == 0) {
        return 0;
      }
      growth = after / before;
      for (int k = 0; k < vector.length; k++) {
        vector[k] /= after;
      }
    }
    return Math.sqrt(growth) * MARGIN;
  }

  private static double norm(double[] vector) {
    double square = 0;
    for (double entry : vector) {
      square += entry * entry;
    }
    return Math.sqrt(square);
  }

  /** WᵀW v. */
  private static double[] backAndForth(double[][] matrix, double[] vector) {
    double[] back = new double[vector.length];
    for (double[] row : matrix) {
      double image = 0;
      for (int k = 0; k < row.length; k++) {
        image += row[k] * vector[k];
      }
      for (int k = 0; k < row.length; k++) {
        back[k] += row[k] * image;
      }
    }
    return back;
  }

  private CoreDescription description(MatmulPlan plan, double detected) {
    Quantiser converter = plan.readout().converter();
    List<Effect> effects = new ArrayList<>(Effects.ofReadout(circuit, light));
    effects.add(
        Effect.exact("mesh errors", NoiseClass.STATIC, "transfer matrix once for each chip"));
    return new CoreDescription(
        NAME,
        new CoreDescription.Signs(SignHandling.NATIVE, SignHandling.NATIVE),
        light.photonsPerMac(),
        new CoreDescription.ReadoutFigures(
            inputs(),
            plan.windows(),
            detected * inputs(),
            converter.isPresent() ? converter.fullScale() : Double.POSITIVE_INFINITY),
        effects);
  }

  @Override
  public MeshCore withLight(PhotonBudget budget) {
    return new MeshCore(matrix, modulator, budget, circuit);
  }

  /** With another chip model. */
  public MeshCore withMatrix(RealisedMatrix other) {
    return new MeshCore(other, modulator, light, circuit);
  }

  /** With another modulator of the inputs. */
  public MeshCore withModulator(FieldModulator other) {
    return new MeshCore(matrix, other, light, circuit);
  }

  /** With another receiver. */
  public MeshCore withCircuit(ReadoutCircuit other) {
    return new MeshCore(matrix, modulator, light, other);
  }
}
