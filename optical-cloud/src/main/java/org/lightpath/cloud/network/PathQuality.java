package org.lightpath.cloud.network;

import java.util.OptionalDouble;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.transceiver.Osnr;

/**
 * What arrives at a receiver.
 *
 * @param power of the channel from the transmitter to the receiver
 * @param noise beside it
 * @param propagation fibre on the way, compensating fibre included: its dispersion is the residual
 * @param uncompensatedDispersion D·L [s/m] of the way without compensating fibre
 * @param margins over what the receiver needs
 */
public record PathQuality(
    StageBudget.Power power,
    Noise noise,
    StageBudget.Propagation propagation,
    double uncompensatedDispersion,
    Margins margins) {

  /**
   * Signal and noise at the receiver.
   *
   * @param signal P [W], both polarisations
   * @param amplifierDensity of amplified spontaneous emission [W/Hz], one polarisation
   * @param nonlinearDensity of nonlinear interference [W/Hz] at the channel's middle, all
   *     polarisations that carry symbols; absent where no model holds
   * @param symbolRate R [Bd]
   * @param polarisations that carry symbols, 1 or 2
   */
  public record Noise(
      double signal,
      double amplifierDensity,
      OptionalDouble nonlinearDensity,
      double symbolRate,
      int polarisations) {
    /** OSNR (a ratio, in 12.5 GHz) with the amplifiers' noise; infinite without amplifiers. */
    public double osnr() {
      return Osnr.ratio(signal, amplifierDensity);
    }

    /** Generalised OSNR (a ratio, in 12.5 GHz): nonlinear interference counts as noise. */
    public double generalisedOsnr() {
      // P/(2(N + G/p)B) is what makes snr() equal P/((N p + G)R).
      double each = nonlinearDensity.orElse(0) / polarisations;
      return Osnr.ratio(signal, amplifierDensity + each);
    }

    /** SNR (a ratio) over the symbol rate with the amplifiers' noise only. */
    public double amplifierSnr() {
      return Osnr.toSnr(osnr(), symbolRate, polarisations);
    }

    /** SNR (a ratio) with nonlinear interference only, P/(G_NLI R); absent where no model holds. */
    public OptionalDouble nonlinearSnr() {
      return nonlinearDensity.isPresent()
          ? OptionalDouble.of(signal / (nonlinearDensity.getAsDouble() * symbolRate))
          : OptionalDouble.empty();
    }

    /** SNR (a ratio) over the symbol rate with both. */
    public double snr() {
      return Osnr.toSnr(generalisedOsnr(), symbolRate, polarisations);
    }
  }

  /**
   * How far above the receiver's needs, as ratios: below 1 is too little.
   *
   * @param power received power over required power; absent without a requirement
   * @param osnr generalised OSNR over required OSNR; absent without a requirement
   */
  public record Margins(OptionalDouble power, OptionalDouble osnr) {
    /** Whether everything required is there. */
    public boolean sufficient() {
      return power.orElse(1) >= 1 && osnr.orElse(1) >= 1;
    }

    /** The smaller margin [dB]; infinite without a requirement. */
    public double decibels() {
      double inf = Double.POSITIVE_INFINITY;
      return Optics.toDecibels(Math.min(power.orElse(inf), osnr.orElse(inf)));
    }
  }
}
