package org.lightpath.cloud.fidelity;

import java.util.Arrays;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.LevelTable;
import org.lightpath.core.random.Philox;
import org.lightpath.photonic.core.FieldModulator;

/**
 * Launches windows of a stream: A(t) = √P e^{jr(t)} Σ_k m_k p(t/T − k)/norm plus the neighbours,
 * with m = x + j √((1 − x²)/ER) from the modulator, and the one-pole response of its bandwidth on
 * the waveform. The norm makes the mean power P while |m| = 1.
 *
 * <p>r(t) is what carrier recovery leaves of the laser's phase, θ(t) − θ(t − τ) of a Wiener process
 * θ, at the samples. It is put on at launch: exact as long as the phase that the loop takes off is
 * constant over the memory of the link.
 */
final class StreamTransmitter {
  private static final int MODULATOR = 0x4D4F_4455;
  private static final int DATA = 0x4E42_4441;
  private static final int PHASE = 0x4E42_5048;
  private static final int LASER = 0x4C53_5250;

  /** Symbols to either side whose pulses reach into a slot. */
  private static final int REACH = 2;

  private final StreamSpec spec;
  private final StreamShape shape;
  private final boolean alone;
  private final long seed;
  private final LevelTable levels;
  private final double[][] taps;
  private final double[][] plain;

  /**
   * Prepares pulses.
   *
   * @param alone whether neighbours are left out
   * @param seed of what stays for all windows: the timing of the neighbours
   */
  StreamTransmitter(StreamSpec spec, boolean alone, long seed) {
    this.spec = spec;
    this.seed = seed;
    this.shape = spec.shape();
    this.alone = alone;
    this.levels = spec.modulator().driver().field();
    this.taps = taps(spec.light().skew());
    this.plain = taps(0);
    requireBand();
  }

  private void requireBand() {
    double reach = spec.neighbours().perSide() * spec.neighbours().spacing() + shape.symbolRate();
    double limit = shape.samplesPerSymbol() * shape.symbolRate() / 2;
    if (reach > limit) {
      throw new IllegalArgumentException(
          "stream: neighbours reach ±%.6g Hz, but %d samples for each symbol at %.6g Bd simulate ±%.6g Hz; take at least %d samples or fewer neighbours"
              .formatted(
                  reach,
                  shape.samplesPerSymbol(),
                  shape.symbolRate(),
                  limit,
                  (int) Math.ceil(2 * reach / shape.symbolRate())));
    }
  }

  /** Amplitude of symbol k + m at sample s of slot k, [m + REACH][s]. */
  private double[][] taps(double skew) {
    int samples = shape.samplesPerSymbol();
    double[][] table = new double[2 * REACH + 1][samples];
    double energy = 0;
    for (int m = -REACH; m <= REACH; m++) {
      for (int s = 0; s < samples; s++) {
        double t = (s + 0.5) / samples - 0.5;
        double centred = shape.pulse().amplitude(t - m);
        energy += centred * centred;
        table[m + REACH][s] = shape.pulse().amplitude(t - m - skew);
      }
    }
    double norm = Math.sqrt(samples / energy);
    for (double[] row : table) {
      for (int s = 0; s < samples; s++) {
        row[s] *= norm;
      }
    }
    return table;
  }

  /** Amplitudes of one symbol alone over the slots −REACH … REACH; Σ of squares is S. */
  double[][] pulse() {
    return plain;
  }

  /** Peak power [W] that steps are planned for: powers of all channels at a pulse's peak. */
  double nominalPeak() {
    double peak = 0;
    for (double tap : plain[REACH]) {
      peak = Math.max(peak, tap * tap);
    }
    int channels = alone ? 1 : 2 * spec.neighbours().perSide() + 1;
    return spec.light().launchPower() * peak * channels * spec.neighbours().polarisations();
  }

  /** Values of a batch of windows: those of vectors that are sent one after the other. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Values(float[] values, StreamLayout layout, long seed) {}

  /** Writes one window into a field of a batch. */
  void launch(Values values, int window, long windowSeed, ComplexField field, int index) {
    int samples = shape.samples();
    double[] re = new double[samples];
    double[] im = new double[samples];
    double[] inPhase = new double[shape.window()];
    double[] quadrature = new double[shape.window()];
    modulate(values, window, inPhase, quadrature);
    add(taps, inPhase, re);
    if (!Double.isInfinite(spec.modulator().extinctionRatio())) {
      add(taps, quadrature, im);
    }
    lowPass(re);
    lowPass(im);
    turn(windowSeed, re, im);
    for (int mode = 0; mode < spec.neighbours().polarisations(); mode++) {
      if (mode > 0) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
      }
      if (!alone) {
        addNeighbours(windowSeed, mode, re, im);
      }
      scale(re);
      scale(im);
      field.write(index, mode, re, im);
    }
  }

  private void scale(double[] values) {
    double amplitude = Math.sqrt(spec.light().launchPower());
    for (int n = 0; n < values.length; n++) {
      values[n] *= amplitude;
    }
  }

  private void modulate(Values values, int window, double[] inPhase, double[] quadrature) {
    FieldModulator modulator = spec.modulator();
    boolean noisy = modulator.relativeNoise() > 0 || modulator.additiveNoise() > 0;
    int[] words = new int[4];
    double[] normal = new double[2];
    long first = (long) window * shape.payload() - shape.guard();
    for (int k = 0; k < inPhase.length; k++) {
      long value = values.layout.value(first + k);
      if (value < 0) {
        continue;
      }
      double level = levels.emitted(Math.clamp(values.values[(int) value], -1f, 1f));
      quadrature[k] = Math.sqrt(Math.max(0, 1 - level * level) / modulator.extinctionRatio());
      if (noisy) {
        Philox.complexNormal(values.seed, MODULATOR, 0, value, words, normal);
        level =
            level * (1 + modulator.relativeNoise() * normal[0])
                + modulator.additiveNoise() * normal[1];
      }
      inPhase[k] = level;
    }
  }

  private void add(double[][] table, double[] symbols, double[] target) {
    int samples = shape.samplesPerSymbol();
    for (int m = -REACH; m <= REACH; m++) {
      double[] tap = table[m + REACH];
      if (Arrays.stream(tap).allMatch(a -> a == 0)) {
        continue;
      }
      for (int k = 0; k < symbols.length; k++) {
        double symbol = symbols[Math.floorMod(k + m, symbols.length)];
        int at = k * samples;
        for (int s = 0; s < samples; s++) {
          target[at + s] += symbol * tap[s];
        }
      }
    }
  }

  /** e ← ρ_s e + (1 − ρ_s) a with ρ_s^S = ρ; begins with the guard at the end of the window. */
  private void lowPass(double[] values) {
    double pole = spec.modulator().pole();
    if (pole == 0) {
      return;
    }
    double kept = Math.pow(pole, 1.0 / shape.samplesPerSymbol());
    double state = 0;
    for (int n = values.length - shape.guard() * shape.samplesPerSymbol(); n < values.length; n++) {
      state = kept * state + (1 - kept) * values[n];
    }
    for (int n = 0; n < values.length; n++) {
      state = kept * state + (1 - kept) * values[n];
      values[n] = state;
    }
  }

  private void turn(long draw, double[] re, double[] im) {
    if (spec.light().phaseVariance() == 0) {
      return;
    }
    double[] phase = residualPhase(draw);
    for (int n = 0; n < re.length; n++) {
      double c = Math.cos(phase[n]);
      double s = Math.sin(phase[n]);
      double r = re[n] * c - im[n] * s;
      im[n] = re[n] * s + im[n] * c;
      re[n] = r;
    }
  }

  /** θ(t) − θ(t − τ) at the samples of a window, τ rounded to samples, at least one. */
  double[] residualPhase(long draw) {
    double rate = shape.symbolRate() * shape.samplesPerSymbol();
    int count = shape.samples();
    long delay = Math.max(1, Math.round(spec.light().loopTime() * rate));
    // The rounded delay must not change the variance that the law of the loop promises.
    double deviation = Math.sqrt(spec.light().phaseVariance() / (double) delay);
    int history = (int) Math.min(delay, count);
    double[] steps = normals(draw, history + count + 1);
    double sum = steps[history + count] * Math.sqrt((double) (delay - history));
    for (int i = 0; i < history; i++) {
      sum += steps[i];
    }
    double[] phase = new double[count];
    for (int n = 0; n < count; n++) {
      phase[n] = deviation * sum;
      sum += steps[history + n] - steps[n];
    }
    return phase;
  }

  private static double[] normals(long draw, int count) {
    double[] result = new double[(count + 3) / 4 * 4];
    int[] words = new int[4];
    double[] four = new double[4];
    for (int i = 0; i < count; i += 4) {
      Philox.normals(draw, LASER, 0, i, words, four);
      System.arraycopy(four, 0, result, i, 4);
    }
    return result;
  }

  private void addNeighbours(long draw, int mode, double[] re, double[] im) {
    int side = spec.neighbours().perSide();
    for (int channel = -side; channel <= side; channel++) {
      if (channel != 0 || mode > 0) {
        addChannel(draw, channel, mode, re, im);
      }
    }
  }

  private void addChannel(long draw, int channel, int mode, double[] re, double[] im) {
    int[] words = new int[4];
    int number = 2 * (channel + spec.neighbours().perSide()) + mode;
    // Channels keep their timing; a pilot's phase holds for all windows only if they do.
    Philox.words(seed, PHASE, number, 0, words);
    int offset = (int) (Philox.uniform(words[0]) * shape.samplesPerSymbol());
    Philox.words(draw, PHASE, number, 0, words);
    double angle = 2 * Math.PI * Philox.uniform(words[0]);
    double[] symbols = new double[shape.window()];
    for (int k = 0; k < symbols.length; k += 4) {
      Philox.words(draw, DATA, number, k, words);
      for (int i = 0; i < 4 && k + i < symbols.length; i++) {
        symbols[k + i] = 2 * Philox.uniform(words[i]) - 1;
      }
    }
    double[] values = new double[re.length];
    add(plain, symbols, values);
    double bins = channel * spec.neighbours().spacing() * shape.window() / shape.symbolRate();
    double turn = 2 * Math.PI * Math.rint(bins) / re.length;
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double stepC = Math.cos(turn);
    double stepS = Math.sin(turn);
    for (int n = 0; n < re.length; n++) {
      double value = values[(n + offset) % re.length];
      re[n] += value * c;
      im[n] += value * s;
      double next = c * stepC - s * stepS;
      s = c * stepS + s * stepC;
      c = next;
    }
  }
}
