package org.lightpath.cloud.fidelity;

import java.util.List;
import java.util.stream.IntStream;
import org.lightpath.cloud.fidelity.StreamResponse.Moments;

/**
 * Fits the parameters of the behavioural level from training sequences that cross both links as
 * waveforms.
 *
 * <p>Received samples are a_ks = Σ_m p_ms x_{k+m} + n_ks with the pulse response p over five
 * symbols (least squares), likewise b with q. In the product of both streams x_j w_{j+l} has the
 * coefficient M_l = Σ_ms Re(p_ms q*_{m+l,s}): M₀ is the gain, M_l/M₀ the memory. Noise n of A meets
 * B's response: η_j = Σ_ms Re(n_{j−m,s} q*_ms)/M₀ is the noise of symbol x_j, and η² = σ_a² + σ_r²
 * x² in the mean. So nothing is lost that one stream's noise does to a sum, whatever its colour
 * within a symbol; noise of both streams together adds Σ_s Re(n m*) to each term.
 */
public final class LinkFit {
  /** Training symbols: σ of a fitted variance is √(2/n) = 0.6 %, 0.02 dB. */
  public static final int TRAINING = 65_536;

  private static final int DATA = 0x4C46_4441;
  private static final int NOISE = 0x4C46_4E4F;

  /** Variance below which noise is rounding of single precision: (2⁻²⁰)². */
  private static final double ROUNDING = 0x1p-40;

  private LinkFit() {}

  /**
   * Sends training sequences through both links and fits.
   *
   * <p>The modulators' converters and extinction ratios stay with the core; their bandwidth is in
   * the waveform and so in the memory. Laser phase noise follows from its law.
   *
   * @param left way of A
   * @param right way of B
   * @param symbols of each training sequence, at least 1,000
   * @param seed of the training sequences and of their noise
   */
  public static LinkEffects fit(StreamLink left, StreamLink right, int symbols, long seed) {
    float[] x = StreamLink.uniform(Seeding.derived(seed, DATA, 0), symbols);
    float[] w = StreamLink.uniform(Seeding.derived(seed, DATA, 1), symbols);
    return fit(left, right, x, w, seed);
  }

  /**
   * Fits with given training sequences: where the Kerr effect matters, noise depends on how values
   * are distributed, and values of the model's own operands in random order fit it best.
   *
   * @param x training sequence of A in units of its full scale, of independent values
   * @param w of B, as long
   * @param seed of the noise
   */
  public static LinkEffects fit(
      StreamLink left, StreamLink right, float[] x, float[] w, long seed) {
    int symbols = x.length;
    if (symbols < 1000 || w.length != symbols) {
      throw new IllegalArgumentException(
          "link fit: %d and %d training symbols, expected as many of both, at least 1000"
              .formatted(symbols, w.length));
    }
    WaveformMultiplier.requireSameTime(left.spec().shape(), right.spec().shape());
    StreamResponse a = response(left.withTraining(), x, seed, 0);
    StreamResponse b = response(right.withTraining(), w, seed, 1);
    double gain = a.overlap(b, 0);
    List<Double> memory = memory(a, b);
    double beyond = power(memory) - 1;
    boolean held = beyond > LinkEffects.FAINT;
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
        held ? memory : List.of(),
        held ? stream(ofLeft, power(memory), 0) : stream(ofLeft, 1, beyond),
        stream(ofRight, 1, 0),
        Math.max(0, beat),
        Math.sqrt(phase),
        Math.max(1, loop * left.spec().shape().symbolRate()),
        symbols);
  }

  private static StreamResponse response(StreamLink link, float[] values, long seed, int side) {
    float[] received = link.transmit(values, 1, Seeding.derived(seed, NOISE, side));
    return StreamResponse.of(values, received, link.spec().shape().samplesPerSymbol());
  }

  /** M_l/M₀ for l = −n … n. */
  private static List<Double> memory(StreamResponse a, StreamResponse b) {
    double gain = a.overlap(b, 0);
    return IntStream.rangeClosed(-StreamResponse.REACH, StreamResponse.REACH)
        .mapToObj(lag -> a.overlap(b, lag) / gain)
        .toList();
  }

  private static double power(List<Double> memory) {
    return memory.stream().mapToDouble(c -> c * c).sum();
  }

  /**
   * Noise of a stream.
   *
   * @param filtered what the other operand's memory makes of its variance
   * @param unheld memory that counts as relative noise
   */
  private static LinkEffects.Stream stream(Moments noise, double filtered, double unheld) {
    return new LinkEffects.Stream(
        audible(noise.additive() / filtered),
        audible(noise.relative() / filtered + unheld),
        Math.sqrt(noise.quadrature()));
  }

  /** A deviation; none at all where it is rounding, so that engines need not draw it. */
  private static double audible(double variance) {
    return variance < ROUNDING ? 0 : Math.sqrt(variance);
  }
}
