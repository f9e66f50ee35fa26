package org.lightpath.fiber.pulse;

import java.util.List;
import java.util.Objects;

/** What is launched in one field of a batch. */
public sealed interface Waveform {
  /** Whether the light ends within the window, so that its edges must be dark. */
  boolean confined();

  /**
   * Whether the spectrum ends within the simulated band, so that its edges must be dark: false for
   * light with white noise.
   */
  boolean bandLimited();

  /** A waveform of pulses that add up coherently. */
  static Waveform of(Pulse... pulses) {
    return new Sum(List.of(pulses));
  }

  /**
   * Two equal pulses centred at −Δt/2 and +Δt/2, with phases 0 and φ, detuned by −Δf/2 and +Δf/2
   * from the frequency of the pulse given.
   *
   * <p>With β₂ &lt; 0 and Δf &lt; 0 they run apart; with Δf &gt; 0 they meet: the higher frequency
   * is the faster one and starts behind, at the later time.
   *
   * @param pulse one of them; its own centre and phase are replaced
   * @param separation Δt [s]
   * @param detuning Δf [Hz]
   * @param phase φ [rad]
   */
  static Waveform pair(Pulse pulse, double separation, double detuning, double phase) {
    return of(
        pulse.at(-separation / 2).detunedBy(pulse.detuning() - detuning / 2).withPhase(0),
        pulse.at(separation / 2).detunedBy(pulse.detuning() + detuning / 2).withPhase(phase));
  }

  /**
   * A continuous wave at the carrier with one weak sideband, which modulation instability or
   * four-wave mixing amplifies.
   *
   * @param power P₀ [W] of the wave
   * @param seedPower power [W] of the sideband
   * @param detuning frequency [Hz] of the sideband relative to the carrier, a bin of the grid
   */
  static Waveform seededWave(double power, double seedPower, double detuning) {
    PulseShape wave = new PulseShape.ContinuousWave();
    return of(Pulse.of(wave, power), Pulse.of(wave, seedPower).detunedBy(detuning));
  }

  /**
   * Pulses that add up coherently.
   *
   * @param pulses at least one
   */
  record Sum(List<Pulse> pulses) implements Waveform {
    /** Copies the list. */
    public Sum {
      pulses = List.copyOf(pulses);
      if (pulses.isEmpty()) {
        throw new IllegalArgumentException("waveform: expected at least one pulse, got none");
      }
    }

    @Override
    public boolean confined() {
      return pulses.stream().allMatch(pulse -> pulse.shape().confined());
    }

    @Override
    public boolean bandLimited() {
      return true;
    }
  }

  /** Samples given by the user, one pair of arrays for each polarisation [√W]. */
  final class Samples implements Waveform {
    private final double[][] re;
    private final double[][] im;
    private final boolean confined;

    /**
     * Copies samples.
     *
     * @param re real parts [√W], one row of N for each polarisation
     * @param im imaginary parts [√W], the same
     * @param confined whether window and band must hold the light: true for pulses, false for light
     *     that fills them, such as a wave with noise
     */
    public Samples(double[][] re, double[][] im, boolean confined) {
      if (re.length != im.length || re.length < 1) {
        throw new IllegalArgumentException(
            "samples: %d rows of real and %d of imaginary parts, expected one of each per mode"
                .formatted(re.length, im.length));
      }
      this.re = copy(re);
      this.im = copy(im);
      this.confined = confined;
    }

    private static double[][] copy(double[][] rows) {
      double[][] copy = new double[rows.length][];
      for (int row = 0; row < rows.length; row++) {
        copy[row] = Objects.requireNonNull(rows[row]).clone();
      }
      return copy;
    }

    @Override
    public boolean confined() {
      return confined;
    }

    @Override
    public boolean bandLimited() {
      return confined;
    }

    /** Number of polarisations. */
    int modes() {
      return re.length;
    }

    double[] re(int mode) {
      return re[mode];
    }

    double[] im(int mode) {
      return im[mode];
    }
  }
}
