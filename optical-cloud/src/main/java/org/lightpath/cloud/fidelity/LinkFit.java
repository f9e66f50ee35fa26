package org.lightpath.cloud.fidelity;

import org.lightpath.cloud.fidelity.StreamResponse.Moments;

/**
 * Fits the parameters of the behavioural level from training sequences that cross both links as
 * waveforms.
 *
 * <p>Received samples are a_ks = Σ_m p_ms x_{k+m} + n_ks with the pulse response p over five symbols
 * (least squares), likewise b with q. In the product of both streams x_j w_{j+l} has the
 * coefficient M_l = Σ_ms Re(p_ms q*_{m+l,s}): M₀ is the gain, M_{±1}/M₀ are the poles. Noise n of A
 * meets B's response: η_j = Σ_ms Re(n_{j−m,s} q*_ms)/M₀ is the noise of symbol x_j, and η² = σ_a² +
 * σ_r² x² in the mean. So nothing is lost that one stream's noise does to a sum, whatever its colour
 * within a symbol; noise of both streams together adds Σ_s Re(n m*) to each term.
 */
public final class LinkFit {
  /** Training symbols: σ of a fitted variance is √(2/n) = 0.6 %, 0.02 dB. */
  public static final int TRAINING = 65_536;

  private static final int DATA = 0x4C46_4441;
  private static final int NOISE = 0x4C46_4E4F;

  private LinkFit() {}

  /**
   * Sends training sequences through both links and fits.
   *
   * <p>The modulators' converters and extinction ratios stay with the core; their bandwidth is in
   * the waveform and so in the poles. Laser phase noise follows from its law.
   *
   * @param left way of A
   * @param right way of B
   * @param symbols of each training sequence, at least 1,000
   * @param seed of the training sequences and of their noise
   */
  public static LinkEffects fit(StreamLink left, StreamLink right, int symbols, long seed) {
    if (symbols < 1000) {
      throw new IllegalArgumentException(
          "link fit: %d training symbols, expected at least 1000".formatted(symbols));
    }
    WaveformMultiplier.requireSameTime(left.spec().shape(), right.spec().shape());
    StreamResponse a = response(left.withTraining(), symbols, seed, 0);
    StreamResponse b = response(right.withTraining(), symbols, seed, 1);
    double gain = a.overlap(b, 0);
    double poleLeft = pole(a.overlap(b, 1), gain);
    double poleRight = pole(a.overlap(b, -1), gain);
    double unheld = unheld(a, b, poleLeft, poleRight);
    double memory = memory(a, b);
    Moments ofLeft = a.noiseAgainst(b, gain);
    Moments ofRight = b.noiseAgainst(a, gain);
    double beat = a.beat(b) / (gain * gain) - ofLeft.mean() * ofRight.mean();
    StreamLight leftLight = left.spec().light();
    StreamLight rightLight = right.spec().light();
    double phase = leftLight.phaseVariance() + rightLight.phaseVariance();
    double loop =
        Math.max(
            leftLight.phaseVariance() > 0 ? leftLight.loopTime() : 0,
            rightLight.phaseVariance() > 0 ? rightLight.loopTime() : 0);
    return new LinkEffects(
        gain,
        stream(ofLeft, poleLeft, memory, unheld),
        stream(ofRight, poleRight, memory, 0),
        Math.max(0, beat),
        Math.sqrt(phase),
        Math.max(1, loop * left.spec().shape().symbolRate()),
        symbols);
  }

  private static StreamResponse response(StreamLink link, int symbols, long seed, int side) {
    float[] values = StreamLink.uniform(Seeding.derived(seed, DATA, side), symbols);
    float[] received = link.transmit(values, 1, Seeding.derived(seed, NOISE, side));
    return StreamResponse.of(values, received, link.spec().shape().samplesPerSymbol());
  }

  /** A pole cannot be negative: such memory is left to the relative noise. */
  private static double pole(double overlap, double gain) {
    return Math.clamp(overlap / gain, 0, 0.99);
  }

  /** Σ (M_l/M₀ − what the poles hold)², l ≠ 0. */
  private static double unheld(StreamResponse a, StreamResponse b, double left, double right) {
    double gain = a.overlap(b, 0);
    double sum = 0;
    for (int l = 1; l <= 2 * StreamResponse.REACH; l++) {
      double above = a.overlap(b, l) / gain - Math.pow(left, l);
      double below = a.overlap(b, -l) / gain - Math.pow(right, l);
      sum += above * above + below * below;
    }
    return sum;
  }

  /** Σ (M_l/M₀)²: what memory makes of the variance of noise that enters before it. */
  private static double memory(StreamResponse a, StreamResponse b) {
    double gain = a.overlap(b, 0);
    double sum = 0;
    for (int l = -2 * StreamResponse.REACH; l <= 2 * StreamResponse.REACH; l++) {
      sum += Math.pow(a.overlap(b, l) / gain, 2);
    }
    return sum;
  }

  private static LinkEffects.Stream stream(
      Moments noise, double pole, double memory, double unheld) {
    return new LinkEffects.Stream(
        Math.sqrt(noise.additive() / memory),
        Math.sqrt((noise.relative() + unheld) / memory),
        pole,
        Math.sqrt(noise.quadrature()));
  }
}
