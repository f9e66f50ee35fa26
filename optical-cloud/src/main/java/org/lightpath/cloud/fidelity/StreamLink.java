package org.lightpath.cloud.fidelity;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.Seeds;
import org.lightpath.core.random.Philox;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.link.LinkPropagation;
import org.lightpath.fiber.link.LinkResult;
import org.lightpath.photonic.core.Driver;
import org.lightpath.photonic.core.FieldModulator;

/**
 * The way of one stream of symbols x ∈ [−1, 1] from its node to the core, as a waveform: modulator,
 * laser, neighbours, fibre by split steps with the amplifiers' noise, demultiplexer, and the
 * corrections of pilots.
 *
 * <p>The stream is cut into periodic windows that overlap by their guards. Received samples a_ks
 * are normalised so that Σ_s Re(a_ks p_s) = x_k behind an ideal link, p the pulse over its S
 * samples with Σ p² = 1: the product of two such streams, Σ_k Σ_s Re(a_ks b*_ks), is Σ_k x_k w_k.
 */
public final class StreamLink {
  /** Samples of a batch of windows: some megabytes, enough to keep all threads busy. */
  private static final int BATCH_SAMPLES = 1 << 20;

  private static final int WINDOWS = 0x5749_4E44;
  private static final int PILOTS = 0x5049_4C4F;
  private static final int PILOT_WINDOWS = 16;

  private final Engine engine;
  private final StreamSpec spec;
  private final Precision precision;
  private final long seed;
  private final StreamTransmitter transmitter;
  private @Nullable StreamCalibration calibration;
  private long sent;
  private double seconds;

  /**
   * Prepares pulses; pilots are sent with the first stream.
   *
   * @param engine what propagates; stays open
   * @param seed of the pilots, their noise, and the timing of the neighbours
   */
  public StreamLink(Engine engine, StreamSpec spec, Precision precision, long seed) {
    this.engine = engine;
    this.spec = spec;
    this.precision = precision;
    this.seed = seed;
    this.transmitter = new StreamTransmitter(spec, false, seed);
    requireGuard();
  }

  private void requireGuard() {
    double rate = spec.shape().symbolRate();
    // A band of 2R spreads by |β₂|L · 2π · 2R.
    double spread = spec.path().largestDispersion() * 4 * Math.PI * rate;
    double limit = spec.shape().guard() / rate;
    if (spread > limit) {
      throw new IllegalArgumentException(
          "stream: dispersion spreads a symbol over %.3g s, but %d guard symbols last %.3g s; take at least %d guard symbols"
              .formatted(spread, spec.shape().guard(), limit, (int) Math.ceil(spread * rate)));
    }
  }

  /** What was asked for. */
  public StreamSpec spec() {
    return spec;
  }

  /**
   * The same link for training: without the laser's phase noise, whose law is known, and without
   * converter, noise and residue of the modulator, which the core's own model holds.
   */
  StreamLink withTraining() {
    StreamLight quiet = new StreamLight(spec.light().launchPower(), 0, 0, spec.light().skew());
    FieldModulator bandwidth =
        new FieldModulator(Driver.EXACT, Double.POSITIVE_INFINITY, spec.modulator().pole(), 0, 0);
    StreamLink training =
        new StreamLink(engine, spec.withLight(quiet).withModulator(bandwidth), precision, seed);
    training.calibration = calibration();
    return training;
  }

  /** Symbols sent so far, guards and pilots included. */
  public long symbolsSent() {
    return sent;
  }

  /** Time of the propagation so far [s], for the report. */
  public double seconds() {
    return seconds;
  }

  /** Numbers of a received value: S samples, each (re, im). */
  public int numbersPerSymbol() {
    return 2 * spec.shape().samplesPerSymbol();
  }

  /** What pilots tell; sends them if they have not been sent. */
  public StreamCalibration calibration() {
    StreamCalibration known = calibration;
    if (known == null) {
      known = calibrate();
      calibration = known;
    }
    return known;
  }

  /**
   * Sends vectors one after the other.
   *
   * @param values vectors of K values each, in [−1, 1]; what is beyond is clipped
   * @param vectors how many
   * @param draw seed of noise, neighbours and laser
   * @return K · S · 2 numbers of each vector: (symbol, sample, re and im)
   */
  public float[] transmit(float[] values, int vectors, long draw) {
    StreamCalibration pilots = calibration();
    StreamLayout layout = new StreamLayout(vectors, values.length / vectors);
    float[] received = new float[requireHeld(values.length)];
    StreamTransmitter.Values data = new StreamTransmitter.Values(values, layout, draw);
    Receiver receiver = new Receiver(layout, pilots, received);
    send(transmitter, data, windowsOf(layout), receiver::take, false);
    return received;
  }

  private int requireHeld(int symbols) {
    long numbers = (long) symbols * numbersPerSymbol();
    if (numbers > Integer.MAX_VALUE - Long.BYTES) {
      throw new IllegalArgumentException(
          "stream: %d symbols of %d numbers do not fit into one array; run fewer samples of the model at once, or this node at another level"
              .formatted(symbols, numbersPerSymbol()));
    }
    return (int) numbers;
  }

  private int windowsOf(StreamLayout layout) {
    int payload = spec.shape().payload();
    return Math.toIntExact((layout.symbols() + payload - 1) / payload);
  }

  /** Takes a received window. */
  private interface Sink {
    void take(int window, ComplexField field, int index);
  }

  private LinkFigures send(
      StreamTransmitter sender,
      StreamTransmitter.Values data,
      int windows,
      Sink sink,
      boolean estimated) {
    StreamShape shape = spec.shape();
    int most = Math.max(1, BATCH_SAMPLES / shape.samples());
    int modes = spec.neighbours().polarisations();
    LinkFigures figures = new LinkFigures(OptionalDouble.empty(), 0);
    long begin = System.nanoTime();
    for (int first = 0; first < windows; first += most) {
      int from = first;
      int count = Math.min(most, windows - first);
      LongUnaryOperator seeds = w -> Seeding.derived(data.seed(), WINDOWS, w);
      FieldShape fields = new FieldShape(count, modes, shape.samples());
      try (ComplexField launch = ComplexField.allocate(fields, precision)) {
        IntStream.range(0, count)
            .parallel()
            .forEach(i -> sender.launch(data, from + i, seeds.applyAsLong(from + i), launch, i));
        long[] each =
            IntStream.range(0, count).mapToLong(i -> seeds.applyAsLong(from + i)).toArray();
        try (LinkResult result =
            propagation(sender, count, Seeds.of(each), estimated).run(engine, launch)) {
          ComplexField field = result.state().field();
          IntStream.range(0, count).parallel().forEach(i -> sink.take(from + i, field, i));
          figures = new LinkFigures(result.stepError(), result.plan().steps());
        }
      }
    }
    sent += (long) windows * shape.window();
    seconds += (System.nanoTime() - begin) * 1e-9;
    return figures;
  }

  private record LinkFigures(OptionalDouble stepError, long steps) {}

  private LinkPropagation propagation(
      StreamTransmitter sender, int count, Seeds seeds, boolean estimated) {
    StreamShape shape = spec.shape();
    TimeGrid grid =
        new TimeGrid(shape.samples(), 1 / (shape.symbolRate() * shape.samplesPerSymbol()));
    return LinkPropagation.of(spec.path().whole(), grid, spec.path().carrier())
        .model(spec.neighbours().polarisations() == 2 ? KerrModel.MANAKOV : KerrModel.SCALAR)
        .steps(spec.path().steps())
        .occupying(occupied())
        .precision(precision)
        .seeds(seeds)
        .powerEverySpans(0)
        .plannedFor(Collections.nCopies(count, sender.nominalPeak()))
        .estimateStepError(estimated)
        .build();
  }

  /** Band [Hz] of the channels: pulses of one fill about four times the symbol rate. */
  private double occupied() {
    double comb = (2 * spec.neighbours().perSide() + 1) * spec.neighbours().spacing();
    return Math.max(4 * spec.shape().symbolRate(), comb);
  }

  /** Puts the payload of windows in its place, corrected. */
  private final class Receiver {
    private final StreamLayout layout;
    private final int delay;
    private final double re;
    private final double im;
    private final float[] target;

    Receiver(StreamLayout layout, StreamCalibration pilots, float[] target) {
      this.layout = layout;
      this.delay = pilots.delay();
      this.target = target;
      double power = pilots.gainRe() * pilots.gainRe() + pilots.gainIm() * pilots.gainIm();
      double norm = Math.sqrt(spec.light().launchPower() * spec.shape().samplesPerSymbol()) * power;
      this.re = pilots.gainRe() / norm;
      this.im = -pilots.gainIm() / norm;
    }

    void take(int window, ComplexField field, int index) {
      StreamShape shape = spec.shape();
      int samples = shape.samplesPerSymbol();
      long base = 2 * field.shape().index(index, 0, 0);
      for (int k = 0; k < shape.payload(); k++) {
        long value = layout.value((long) window * shape.payload() + k);
        if (value < 0) {
          continue;
        }
        int to = (int) value * 2 * samples;
        int from = (k + shape.guard()) * samples + delay;
        for (int s = 0; s < samples; s++) {
          int n = Math.floorMod(from + s, shape.samples());
          double x = field.real(base + 2L * n);
          double y = field.real(base + 2L * n + 1);
          target[to + 2 * s] = (float) (x * re - y * im);
          target[to + 2 * s + 1] = (float) (x * im + y * re);
        }
      }
    }
  }

  /** Sends known random symbols without laser noise and skew, and compares with what was meant. */
  private StreamCalibration calibrate() {
    StreamShape shape = spec.shape();
    StreamSpec quiet = spec.withLight(StreamLight.of(spec.light().launchPower()));
    StreamTransmitter pilots = new StreamTransmitter(quiet, false, seed);
    StreamTransmitter meant =
        new StreamTransmitter(quiet.withModulator(FieldModulator.IDEAL), true, seed);
    long draw = Seeding.derived(seed, PILOTS, 0);
    int count = PILOT_WINDOWS * shape.payload();
    float[] values = uniform(draw, count);
    StreamTransmitter.Values data =
        new StreamTransmitter.Values(
            values, new StreamLayout(1, count), Seeding.derived(seed, PILOTS, 1));
    FieldShape fields =
        new FieldShape(PILOT_WINDOWS, spec.neighbours().polarisations(), shape.samples());
    try (ComplexField reference = ComplexField.allocate(fields, precision);
        ComplexField arrived = ComplexField.allocate(fields, precision)) {
      for (int i = 0; i < PILOT_WINDOWS; i++) {
        meant.launch(data, i, 0, reference, i);
      }
      LinkFigures figures =
          send(
              pilots,
              data,
              PILOT_WINDOWS,
              (window, field, index) -> {
                for (int n = 0; n < shape.samples(); n++) {
                  arrived.set(window, 0, n, field.re(index, 0, n), field.im(index, 0, n));
                }
              },
              true);
      return compare(reference, arrived, figures);
    }
  }

  private StreamCalibration compare(
      ComplexField reference, ComplexField arrived, LinkFigures figures) {
    int reach = spec.shape().guard() / 2 * spec.shape().samplesPerSymbol();
    double[] best = {0, 0};
    int delay = 0;
    for (int d = -reach; d <= reach; d++) {
      double[] found = correlation(reference, arrived, d, 1);
      if (Math.hypot(found[0], found[1]) > Math.hypot(best[0], best[1])) {
        best = found;
        delay = d;
      }
    }
    double[] gain = correlation(reference, arrived, delay, PILOT_WINDOWS);
    return new StreamCalibration(gain[0], gain[1], delay, figures.stepError(), figures.steps());
  }

  /** Σ A(t + d) A₀*(t) / Σ |A₀|² over the payload of some windows. */
  private double[] correlation(
      ComplexField reference, ComplexField arrived, int delay, int windows) {
    StreamShape shape = spec.shape();
    int guard = shape.guard() * shape.samplesPerSymbol();
    double re = 0;
    double im = 0;
    double energy = 0;
    for (int w = 0; w < windows; w++) {
      for (int n = guard; n < shape.samples() - guard; n++) {
        double x = reference.re(w, 0, n);
        double y = reference.im(w, 0, n);
        double u = arrived.re(w, 0, n + delay);
        double v = arrived.im(w, 0, n + delay);
        re += u * x + v * y;
        im += v * x - u * y;
        energy += x * x + y * y;
      }
    }
    return new double[] {re / energy, im / energy};
  }

  /** Values spread evenly over [−1, 1]. */
  static float[] uniform(long draw, int count) {
    float[] values = new float[count];
    int[] words = new int[4];
    for (int i = 0; i < count; i++) {
      Philox.words(draw, PILOTS, 1, i, words);
      values[i] = (float) (2 * Philox.uniform(words[0]) - 1);
    }
    return values;
  }
}
