package org.lightpath.cloud.fidelity;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.fidelity.DeviceMatrices.Role;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.plan.ColumnCorrection;
import org.lightpath.core.plan.InnerWeights;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.OperandEncoding;
import org.lightpath.core.plan.Quantiser;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.Interference;
import org.lightpath.photonic.core.OperandStatistics;
import org.lightpath.photonic.core.PhaseNoise;
import org.lightpath.photonic.core.StreamPair;

/**
 * Level {@code waveform}: each row of A and each column of B is a stream of K symbols that crosses
 * its own link as a waveform, and both meet in a homodyne core.
 *
 * <p>y_ij = Σ_k Σ_s Re(a_ik(t_s) b*_kj(t_s)), one product on the engine with inner dimension K ·
 * 2S: light is broadcast in the core, so (M + N) K symbols are sent, not M N K. Windows of the
 * integration length, shot and thermal noise, the common mode of the diodes, the converter and the
 * draws of the receiver are those of the same core's behavioural plan. Laser phase noise and
 * modulators are those of the streams, not of the core. One draw of noise for each stream and run.
 */
public final class WaveformMultiplier implements CountingMultiplier {
  /** Room for noise above the full scale of a sample before the engine clips it. */
  private static final double HEADROOM = 4;

  /** Numbers of one received operand on the device at once. */
  private static final int TILE = 1 << 25;

  private static final int LEFT = 0x5746_4C45;
  private static final int RIGHT = 0x5746_5249;
  private static final int TILES = 0x5746_5449;
  private static final int PROGRAMS = 16;

  private final Engine engine;
  private final CoreSettings settings;
  private final HomodyneCore core;
  private final StreamLink left;
  private final StreamLink right;
  private final double gain;
  private final Staging staging;
  private final DeviceMatrices matrices;
  private final Map<Integer, SiteScales> firstSeen = new HashMap<>();
  private final Map<Integer, MatmulCounts> counted = new HashMap<>();
  private final Recent<Key, MatmulProgram> programs = new Recent<>(PROGRAMS, MatmulProgram::close);

  private record Key(int site, MatmulShape shape, int tile) {}

  /**
   * Joins two links and a core.
   *
   * @param settings with a {@link HomodyneCore}; its modulators and phase noise are not looked at
   * @param left way of A's rows
   * @param right way of B's columns, with the same symbols in time
   * @param gain of the product behind both links, taken off the results: {@link LinkEffects#gain}
   * @throws IllegalArgumentException if the core is not a homodyne core or the streams differ in
   *     time
   */
  public WaveformMultiplier(
      Engine engine, CoreSettings settings, StreamLink left, StreamLink right, double gain) {
    if (!(settings.core() instanceof HomodyneCore homodyne)) {
      throw new IllegalArgumentException(
          "waveforms meet in a homodyne core, not in a %s; take the behavioural level for it"
              .formatted(settings.core().name()));
    }
    requireSameTime(left.spec().shape(), right.spec().shape());
    this.engine = engine;
    this.settings = settings;
    this.core = homodyne;
    this.left = left;
    this.right = right;
    this.gain = gain;
    this.staging = new Staging(settings.precision());
    this.matrices = new DeviceMatrices(engine, settings.precision());
  }

  static void requireSameTime(StreamShape left, StreamShape right) {
    if (left.symbolRate() != right.symbolRate()
        || left.samplesPerSymbol() != right.samplesPerSymbol()) {
      throw new IllegalArgumentException(
          "streams that meet need equal symbol rates and samples: %s Bd with %d and %s Bd with %d samples for each symbol"
              .formatted(
                  left.symbolRate(),
                  left.samplesPerSymbol(),
                  right.symbolRate(),
                  right.samplesPerSymbol()));
    }
  }

  /** The link of A. */
  public StreamLink left() {
    return left;
  }

  /** The link of B. */
  public StreamLink right() {
    return right;
  }

  @Override
  public void multiply(Product product, int sample) {
    int site = product.site().index();
    SiteScales known = settings.scales().of(site).orElse(null);
    ProductScales scales = ProductScales.of(product, settings.scaling(), known);
    SiteScales statistics = known != null ? known : statistics(product, scales);
    MatmulShape shape = product.shape();
    long seed = settings.seeds().of(site).noise();
    float[] a = leftValues(product, scales);
    float[] b = rightValues(product, scales);
    countClipped(site, a, b);
    float[] receivedLeft =
        left.transmit(a, shape.batch() * shape.rows(), Seeding.derived(seed, LEFT, sample));
    int columns = shape.right().batch() * shape.columns();
    float[] receivedRight = right.transmit(b, columns, Seeding.derived(seed, RIGHT, sample));
    turn(receivedRight);
    MatmulPlan behavioural = plan(site, shape, statistics);
    new Meeting(product, scales, behavioural, sample).run(receivedLeft, receivedRight);
  }

  private SiteScales statistics(Product product, ProductScales scales) {
    return firstSeen.computeIfAbsent(
        product.site().index(),
        _ -> {
          OperandStatistics found = scales.statistics(product);
          return new SiteScales(scales.left(), scales.right(), found, 0, 0);
        });
  }

  private static float[] leftValues(Product product, ProductScales scales) {
    float[] values = product.left().values().clone();
    float[] rows = scales.rows();
    int inner = product.shape().inner();
    for (int i = 0; i < values.length; i++) {
      values[i] /= rows == null ? (float) scales.left() : rows[i / inner];
    }
    return values;
  }

  /** Columns of B one after the other, over their scales. */
  private static float[] rightValues(Product product, ProductScales scales) {
    MatmulShape shape = product.shape();
    float[] given = product.right().values();
    float[] columns = scales.columns();
    float[] values = new float[given.length];
    int inner = shape.inner();
    int width = shape.columns();
    for (int vector = 0; vector < values.length / inner; vector++) {
      float scale = columns == null ? (float) scales.right() : columns[vector];
      int matrix = vector / width * inner * width + vector % width;
      for (int k = 0; k < inner; k++) {
        int from = shape.transposedRight() ? vector * inner + k : matrix + k * width;
        values[vector * inner + k] = given[from] / scale;
      }
    }
    return values;
  }

  private void countClipped(int site, float[] a, float[] b) {
    count(site, new MatmulCounts(1, beyond(a), beyond(b), 0));
  }

  private static long beyond(float[] values) {
    long clipped = 0;
    for (float value : values) {
      clipped += Math.abs(value) > 1 ? 1 : 0;
    }
    return clipped;
  }

  /** Re{a b* e^(jφ)}: the static phase of the core, put on the right stream as e^(−jφ). */
  private void turn(float[] received) {
    double phase = core.interference().phaseOffset();
    if (phase == 0) {
      return;
    }
    float c = (float) Math.cos(phase);
    float s = (float) -Math.sin(phase);
    for (int n = 0; n < received.length; n += 2) {
      float re = received[n] * c - received[n + 1] * s;
      received[n + 1] = received[n] * s + received[n + 1] * c;
      received[n] = re;
    }
  }

  /** The plan that the same core has for operands without links. */
  private MatmulPlan plan(int site, MatmulShape shape, SiteScales scales) {
    Interference straight = core.interference().withPhaseOffset(0);
    HomodyneCore receiver =
        core.withStreams(StreamPair.IDEAL).withPhase(PhaseNoise.NONE).withInterference(straight);
    return CoreProgram.prepare(settings.withCore(receiver), site, shape, scales).plan();
  }

  /** The plan for received samples, in units of the headroom. */
  private MatmulPlan received(MatmulPlan plan, MatmulShape shape, int tile) {
    int numbers = left.numbersPerSymbol();
    double unit = HEADROOM * HEADROOM;
    ReceiverNoise noise = plan.readout().noise();
    long seed = tile == 0 ? noise.seed() : Seeding.derived(noise.seed(), TILES, tile);
    ReceiverNoise scaled =
        new ReceiverNoise(
            noise.constant() / (unit * unit),
            noise.left() / unit,
            noise.right() / unit,
            noise.output(),
            null,
            noise.counts() * unit,
            seed,
            noise.stream());
    Quantiser converter = plan.readout().converter();
    Quantiser range =
        converter.isPresent()
            ? new Quantiser(converter.fullScale() / unit, converter.levels())
            : Quantiser.NONE;
    Readout readout =
        new Readout(
            (int) Math.min(Integer.MAX_VALUE, (long) plan.readout().integrationLength() * numbers),
            scaled,
            range,
            ColumnCorrection.of(new double[] {1 / gain}, new double[] {0}));
    InnerWeights weights = plan.weights();
    return new MatmulPlan(
        shape,
        plan.precision(),
        OperandEncoding.EXACT,
        OperandEncoding.EXACT,
        InnerWeights.of(
            new double[] {weights.product(0)},
            new double[] {weights.left(0)},
            new double[] {weights.right(0)}),
        readout);
  }

  /** Received operands multiplied on the engine, tile by tile. */
  private final class Meeting {
    private final Product product;
    private final ProductScales scales;
    private final MatmulPlan behavioural;
    private final MatmulShape shape;
    private final int inner;
    private final MatmulRun run;
    private int tiles;

    Meeting(Product product, ProductScales scales, MatmulPlan behavioural, int sample) {
      this.product = product;
      this.scales = scales;
      this.behavioural = behavioural;
      this.shape = product.shape();
      this.inner = Math.multiplyExact(shape.inner(), left.numbersPerSymbol());
      this.run = new MatmulRun(HEADROOM, HEADROOM, sample);
    }

    void run(float[] a, float[] b) {
      if (Math.max(a.length, b.length) <= TILE) {
        MatmulShape whole =
            new MatmulShape(
                shape.batch(), shape.rows(), shape.columns(), inner, shape.sharedRight(), true);
        float[] result = multiply(whole, a, 0, b, 0);
        System.arraycopy(result, 0, product.result(), 0, result.length);
      } else {
        for (int batch = 0; batch < shape.batch(); batch++) {
          tiles(batch, a, b);
        }
      }
      rescale();
    }

    private void tiles(int batch, float[] a, float[] b) {
      int most = Math.max(1, TILE / inner);
      int matrix = shape.sharedRight() ? 0 : batch;
      for (int j = 0; j < shape.columns(); j += most) {
        int columns = Math.min(most, shape.columns() - j);
        int fromRight = (matrix * shape.columns() + j) * inner;
        for (int i = 0; i < shape.rows(); i += most) {
          int rows = Math.min(most, shape.rows() - i);
          MatmulShape tile = new MatmulShape(1, rows, columns, inner, false, true);
          int row = batch * shape.rows() + i;
          float[] result = multiply(tile, a, row * inner, b, fromRight);
          for (int r = 0; r < rows; r++) {
            int to = (row + r) * shape.columns() + j;
            System.arraycopy(result, r * columns, product.result(), to, columns);
          }
        }
      }
    }

    private float[] multiply(MatmulShape tile, float[] a, int fromLeft, float[] b, int fromRight) {
      int site = product.site().index();
      int number = tiles++;
      MatmulProgram program =
          programs.get(
              new Key(site, tile, number),
              key -> engine.compile(received(behavioural, tile, number)));
      DeviceMatrix leftMatrix = matrices.shared(Role.LEFT, tile.left());
      staging.upload(a, fromLeft, leftMatrix);
      DeviceMatrix rightMatrix = matrices.shared(Role.RIGHT, tile.right());
      staging.upload(b, fromRight, rightMatrix);
      DeviceMatrix resultMatrix = matrices.shared(Role.RESULT, tile.result());
      long before = program.counts().outputClipped();
      program.run(new MatmulOperands(leftMatrix, rightMatrix, resultMatrix), run);
      count(site, new MatmulCounts(0, 0, 0, program.counts().outputClipped() - before));
      float[] result = new float[Math.toIntExact(tile.result().elements())];
      staging.download(resultMatrix, result, null, null);
      return result;
    }

    private void rescale() {
      float[] result = product.result();
      float @Nullable [] rows = scales.rows();
      float @Nullable [] columns = scales.columns();
      float whole = (float) (scales.left() * scales.right());
      for (int i = 0; i < result.length; i++) {
        int row = i / shape.columns();
        float factor = rows == null ? whole : whole * rows[row];
        if (columns != null) {
          int column = row / shape.rows() * shape.columns() + i % shape.columns();
          factor *= columns[column % columns.length];
        }
        result[i] *= factor;
      }
    }
  }

  private void count(int site, MatmulCounts more) {
    counted.merge(site, more, CoreProgram::plus);
  }

  @Override
  public MatmulCounts counts(int site) {
    return counted.getOrDefault(site, new MatmulCounts(0, 0, 0, 0));
  }

  @Override
  public void close() {
    programs.close();
    matrices.close();
    staging.close();
  }
}
