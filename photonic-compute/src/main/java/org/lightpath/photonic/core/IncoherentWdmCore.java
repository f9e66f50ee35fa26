package org.lightpath.photonic.core;

import java.util.List;
import java.util.Objects;
import org.lightpath.core.plan.LevelTable;
import org.lightpath.core.plan.ProductVariance;

/**
 * An intensity crossbar: wavelengths carry inputs, cells weigh them, two photodiodes for each
 * output sum and subtract: I_i± = R Σ_k P x_k T±_ik. The noise is that of I⁺ + I⁻.
 *
 * @param cells weights
 * @param input inputs
 * @param light detected photons for each multiply-accumulate, on both diodes
 * @param circuit receiver; its integration length is wavelengths times time steps
 */
public record IncoherentWdmCore(
    WeightCells cells, IntensityInput input, PhotonBudget light, ReadoutCircuit circuit)
    implements MatrixCore {
  private static final String NAME = "incoherent WDM core";

  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException if the integration length is no multiple of the wavelengths
   */
  public IncoherentWdmCore {
    Objects.requireNonNull(input);
    if (circuit.integrationLength() % cells.channels() != 0) {
      throw new IllegalArgumentException(
          "%s: integration length %d is not a multiple of %d wavelengths"
              .formatted(NAME, circuit.integrationLength(), cells.channels()));
    }
    Interferometer.requireCountable(NAME, light, circuit);
  }

  /** Shot noise alone; one time step for each readout. */
  public static IncoherentWdmCore ideal(double photonsPerMac, int channels) {
    return new IncoherentWdmCore(
        WeightCells.ideal(channels),
        IntensityInput.IDEAL,
        PhotonBudget.of(photonsPerMac),
        ReadoutCircuit.ideal(channels));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public PreparedProduct prepare(ProductRequest request) {
    boolean direct = cells.isPlain() && input.signs() == SignHandling.DIFFERENTIAL;
    if (direct) {
      return receiver(request, ProductVariance.Right.ABSOLUTE)
          .prepared(request, HostTransforms.NONE);
    }
    IntensityReceiver receiver = receiver(request, ProductVariance.Right.GIVEN);
    return receiver.prepared(
        request,
        new HostTransforms(null, targets -> realise(targets, receiver, request.seeds().chip())));
  }

  private IntensityReceiver receiver(ProductRequest request, ProductVariance.Right variance) {
    OperandStatistics operands = request.range().statistics();
    double swing = 1 - cells.floor();
    boolean direct = variance == ProductVariance.Right.ABSOLUTE;
    return new IntensityReceiver(
        NAME,
        input,
        light,
        circuit,
        new IntensityReceiver.WeightFigures(
            new IntensityReceiver.WeightMeans(
                swing * operands.rightModulus() + 2 * cells.floor(),
                swing * swing * operands.rightSquare()),
            cells.headroom(),
            variance,
            direct ? cells.driver().signedIntensity() : LevelTable.exact(),
            List.of(
                Effect.exact(
                    "weight cells and crosstalk",
                    NoiseClass.STATIC,
                    "in the right operand, once for each chip"))));
  }

  private Realised realise(double[][][] targets, IntensityReceiver receiver, long chip) {
    double[][][] values = new double[targets.length][][];
    double[][][] sums = new double[targets.length][][];
    for (int batch = 0; batch < targets.length; batch++) {
      double[][] plus = mixed(cellsOf(targets[batch], 1, chip));
      double[][] minus = mixed(cellsOf(targets[batch], -1, chip));
      values[batch] = combined(plus, minus, -1, cells.headroom());
      sums[batch] = combined(plus, minus, 1, 1);
    }
    double gain = 1 / (input.swing() * (1 - cells.floor()));
    return new Realised(values, sums, gain, receiver.offsets(targets)).clipping(targets);
  }

  /** Transmission of the cells of one sign. */
  private double[][] cellsOf(double[][] target, int sign, long chip) {
    double[][] cell = new double[target.length][target[0].length];
    for (int k = 0; k < cell.length; k++) {
      for (int j = 0; j < cell[k].length; j++) {
        double value = Math.clamp(sign * target[k][j], 0, 1);
        double level = cells.floor() + (1 - cells.floor()) * cells.driver().intensity(value);
        cell[k][j] = level * (1 + error(chip, k, j, sign));
      }
    }
    return cell;
  }

  private double error(long chip, int k, int column, int sign) {
    if (cells.spread() == 0) {
      return 0;
    }
    int place = (column * cells.channels() + k % cells.channels()) * 2 + (sign > 0 ? 0 : 1);
    return cells.spread() * Streams.place(chip, Streams.CELL, place);
  }

  /** Cell k sees its neighbours' light: light k is weighed by the neighbours' cells too. */
  private double[][] mixed(double[][] cell) {
    double leak = cells.adjacentCrosstalk();
    if (leak == 0) {
      return cell;
    }
    double[][] result = new double[cell.length][cell[0].length];
    for (int k = 0; k < cell.length; k++) {
      for (int j = 0; j < cell[k].length; j++) {
        int channel = k % cells.channels();
        double below = channel > 0 ? cell[k - 1][j] : 0;
        boolean hasAbove = channel < cells.channels() - 1 && k + 1 < cell.length;
        result[k][j] = cell[k][j] + leak * (below + (hasAbove ? cell[k + 1][j] : 0));
      }
    }
    return result;
  }

  private static double[][] combined(double[][] plus, double[][] minus, int sign, double headroom) {
    double[][] result = new double[plus.length][plus[0].length];
    for (int k = 0; k < result.length; k++) {
      for (int j = 0; j < result[k].length; j++) {
        result[k][j] = (plus[k][j] + sign * minus[k][j]) / headroom;
      }
    }
    return result;
  }

  @Override
  public IncoherentWdmCore withLight(PhotonBudget budget) {
    return new IncoherentWdmCore(cells, input, budget, circuit);
  }

  /** With other cells. */
  public IncoherentWdmCore withCells(WeightCells other) {
    return new IncoherentWdmCore(other, input, light, circuit);
  }

  /** With other inputs. */
  public IncoherentWdmCore withInput(IntensityInput other) {
    return new IncoherentWdmCore(cells, other, light, circuit);
  }

  /** With another receiver. */
  public IncoherentWdmCore withCircuit(ReadoutCircuit other) {
    return new IncoherentWdmCore(cells, input, light, other);
  }
}
