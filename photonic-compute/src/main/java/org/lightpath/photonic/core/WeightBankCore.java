package org.lightpath.photonic.core;

import java.util.List;
import java.util.Objects;
import org.lightpath.core.plan.LevelTable;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.photonic.device.AddDropRing;
import org.lightpath.photonic.device.Require;

/**
 * Broadcast and weight: inputs on wavelengths are broadcast to one bank of rings for each output,
 * and a balanced receiver reads drop against through. Weights use the range that a ring can set,
 * ±r; the digital side divides by r, which costs light.
 *
 * <p>Source of the scheme: Tait et al., Sci. Rep. 7, 7430 (2017). Crosstalk within a bank is exact
 * ({@link RingBank}); a K beyond the channels is done in turns by the same rings.
 *
 * @param ring all rings
 * @param bank rings on a bus
 * @param input inputs
 * @param light detected photons for each multiply-accumulate, on both diodes
 * @param circuit receiver; its integration length is channels times time steps
 */
public record WeightBankCore(
    AddDropRing ring,
    RingBank bank,
    IntensityInput input,
    PhotonBudget light,
    ReadoutCircuit circuit)
    implements MatrixCore {
  private static final String NAME = "weight bank core";

  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException if the integration length is no multiple of the channels, the
   *     channels exceed a free spectral range, or the ring cannot set both signs
   */
  public WeightBankCore {
    Objects.requireNonNull(input);
    if (circuit.integrationLength() % bank.channels() != 0) {
      throw new IllegalArgumentException(
          "%s: integration length %d is not a multiple of %d channels"
              .formatted(NAME, circuit.integrationLength(), bank.channels()));
    }
    if (bank.channels() * bank.spacing() > ring.resonance().freeSpectralRange() * (1 + 1e-9)) {
      throw new IllegalArgumentException(
          "%s: %d channels at %.4g m take %.4g m, but the free spectral range is %.4g m"
              .formatted(
                  NAME,
                  bank.channels(),
                  bank.spacing(),
                  bank.channels() * bank.spacing(),
                  ring.resonance().freeSpectralRange()));
    }
    Require.positive("range of the weights", bank.range(ring), "");
    Interferometer.requireCountable(NAME, light, circuit);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** r, largest weight of both signs that a ring sets. */
  public double range() {
    return bank.range(ring);
  }

  @Override
  public PreparedProduct prepare(ProductRequest request) {
    double range = range();
    IntensityReceiver receiver =
        new IntensityReceiver(
            NAME,
            input,
            light,
            circuit,
            new IntensityReceiver.WeightFigures(
                new IntensityReceiver.WeightMeans(
                    throughput(), range * range * request.range().statistics().rightSquare()),
                1,
                ProductVariance.Right.GIVEN,
                LevelTable.exact(),
                List.of(
                    Effect.exact(
                        "ring crosstalk and resonance errors",
                        NoiseClass.STATIC,
                        "series bus, in the right operand, once for each chip"))));
    double[] errors = bank.errors(request.seeds().chip());
    return receiver.prepared(
        request, new HostTransforms(null, targets -> realise(targets, receiver, errors)));
  }

  /** E (D + T), taken for a single ring at zero weight: one for a ring without loss. */
  private double throughput() {
    double detuning = ring.detuning(0);
    return ring.detunedDrop(detuning) + ring.detunedThrough(detuning);
  }

  private Realised realise(double[][][] targets, IntensityReceiver receiver, double[] errors) {
    int inner = targets[0].length;
    int columns = targets[0][0].length;
    double[][][] values = new double[targets.length][inner][columns];
    double[][][] sums = new double[targets.length][inner][columns];
    for (int batch = 0; batch < targets.length; batch++) {
      for (int from = 0; from < inner; from += bank.channels()) {
        double[] weights = new double[Math.min(bank.channels(), inner - from)];
        for (int j = 0; j < columns; j++) {
          for (int i = 0; i < weights.length; i++) {
            weights[i] = range() * Math.clamp(targets[batch][from + i][j], -1, 1);
          }
          double[][] bus = bank.realise(ring, weights, errors);
          for (int i = 0; i < weights.length; i++) {
            values[batch][from + i][j] = bus[0][i];
            sums[batch][from + i][j] = bus[1][i];
          }
        }
      }
    }
    double gain = 1 / (range() * input.swing());
    return new Realised(values, sums, gain, receiver.offsets(targets)).clipping(targets);
  }

  @Override
  public WeightBankCore withLight(PhotonBudget budget) {
    return new WeightBankCore(ring, bank, input, budget, circuit);
  }

  /** With another bank. */
  public WeightBankCore withBank(RingBank other) {
    return new WeightBankCore(ring, other, input, light, circuit);
  }

  /** With other inputs. */
  public WeightBankCore withInput(IntensityInput other) {
    return new WeightBankCore(ring, bank, other, light, circuit);
  }

  /** With another receiver. */
  public WeightBankCore withCircuit(ReadoutCircuit other) {
    return new WeightBankCore(ring, bank, input, light, other);
  }
}
