package org.lightpath.photonic.core;

import java.util.Objects;
import org.lightpath.photonic.device.AddDropRing;
import org.lightpath.photonic.device.Require;

/**
 * Rings in series on one bus, one for each channel: ring i drops M_ij = T_d,i(λ_j) Π_{m&lt;i}
 * T_p,m(λ_j) of channel j. The drop bus collects D_j = Σ_i M_ij, the through port keeps T_j = Π_m
 * T_p,m(λ_j); the weight is D_j − T_j, the light on both diodes D_j + T_j.
 *
 * @param channels rings of a bank
 * @param spacing of the channels [m]
 * @param resonanceSpread standard deviation of the resonances from chip to chip [m]
 * @param drift common shift of all resonances, thermal [m]
 * @param compensation whether the settings take the crosstalk into account
 */
public record RingBank(
    int channels, double spacing, double resonanceSpread, double drift, Compensation compensation) {
  private static final int ROUNDS = 30;
  private static final double SETTLED = 1e-12;

  /** How rings are set. */
  public enum Compensation {
    /** Each ring as if it were alone. */
    RAW,
    /**
     * Errors of the resonances are trimmed, and settings corrected for crosstalk as far as the
     * range of a ring allows. A later {@link RingBank#drift} is not known to it.
     */
    PRECOMPENSATED
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public RingBank {
    Objects.requireNonNull(compensation);
    if (channels < 1) {
      throw new IllegalArgumentException(
          "weight bank: %d channels, expected at least 1".formatted(channels));
    }
    Require.positive("channel spacing of a weight bank", spacing, "m");
    Require.notNegative("spread of ring resonances", resonanceSpread, "m");
    Require.finite("drift of ring resonances", drift, "m");
  }

  /** Without spread and drift. */
  public static RingBank of(int channels, double spacing, Compensation compensation) {
    return new RingBank(channels, spacing, 0, 0, compensation);
  }

  /** With other errors of the resonances [m]. */
  public RingBank withErrors(double spread, double commonDrift) {
    return new RingBank(channels, spacing, spread, commonDrift, compensation);
  }

  /**
   * Largest r so that all weights in [−r, r] can be set within half a spacing.
   *
   * @throws IllegalArgumentException if the ring does not reach both signs
   */
  public double range(AddDropRing ring) {
    double range = Math.min(ring.detunedWeight(0), -ring.detunedWeight(spacing / 2));
    if (!(range > 0)) {
      throw new IllegalArgumentException(
          ("weight bank: a ring of %.4g m width at %.4g m spacing has weights from %.3f to %.3f,"
                  + " expected both signs; widen the spacing or narrow the ring")
              .formatted(
                  ring.fullWidth(),
                  spacing,
                  ring.detunedWeight(spacing / 2),
                  ring.detunedWeight(0)));
    }
    return range;
  }

  /** Errors of the resonances of a chip [m], without drift. */
  double[] errors(long chip) {
    double[] errors = new double[channels];
    if (resonanceSpread > 0) {
      for (int i = 0; i < channels; i++) {
        errors[i] = resonanceSpread * Streams.place(chip, Streams.RESONANCE, i);
      }
    }
    return errors;
  }

  /**
   * What a bank makes of weights.
   *
   * @param weights one for each ring, at most as many as channels, in units of w
   * @param errors of the resonances [m]
   * @return D − T, then D + T, of each channel
   */
  double[][] realise(AddDropRing ring, double[] weights, double[] errors) {
    double[] settings = weights.clone();
    double high = ring.detunedWeight(0);
    double low = ring.detunedWeight(spacing / 2);
    // A heater moves a ring by a known error exactly; what is left to compensate is crosstalk.
    double[] left = compensation == Compensation.PRECOMPENSATED ? new double[channels] : errors;
    if (compensation == Compensation.PRECOMPENSATED) {
      double moved = 1;
      for (int round = 0; round < ROUNDS && moved > SETTLED; round++) {
        double[] reached = transmissions(ring, settings, left, 0)[0];
        moved = 0;
        for (int i = 0; i < settings.length; i++) {
          double next = Math.clamp(settings[i] + weights[i] - reached[i], low, high);
          moved = Math.max(moved, Math.abs(next - settings[i]));
          settings[i] = next;
        }
      }
    }
    return transmissions(ring, settings, left, drift);
  }

  private double[][] transmissions(
      AddDropRing ring, double[] settings, double[] errors, double shift) {
    int count = settings.length;
    double[] resonances = new double[count];
    for (int i = 0; i < count; i++) {
      resonances[i] = i * spacing + ring.detuning(settings[i]) + errors[i] + shift;
    }
    double[][] result = new double[2][count];
    for (int j = 0; j < count; j++) {
      double bus = 1;
      double dropped = 0;
      for (int i = 0; i < count; i++) {
        double cosine = ring.detunedCosine(j * spacing - resonances[i]);
        dropped += bus * ring.dropAt(cosine);
        bus *= ring.throughAt(cosine);
      }
      result[0][j] = dropped - bus;
      result[1][j] = dropped + bus;
    }
    return result;
  }
}
