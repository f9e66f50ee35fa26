package org.lightpath.opencl.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.OperandEncoding;
import org.lightpath.core.plan.OperandMemory;
import org.lightpath.core.plan.OperandNoise;

/** One operand of a product: its encoded values on the device, and the kernels that make them. */
final class EncodedOperand {
  private static final int SIDE = 32;
  private static final int LARGEST_GROUP = 256;
  private static final int CHUNK = 64;
  private static final double PLAIN_FLOPS = 3;
  private static final double NOISE_FLOPS = 160;
  private static final double MEMORY_FLOPS = 6;
  private static final int SCALE = 16;
  private static final int LIMIT = 17;
  private static final int SAMPLE = 18;

  private final Workbench bench;
  private final Source source;
  private final Precision precision;
  private final MatmulLayout.Streams streams;
  private final DeviceBuffer values;
  private final Kernel encode;
  private final @Nullable Kernel remember;
  private final long tiles;

  /**
   * Where an operand comes from.
   *
   * @param left whether it is A, whose values are numbered (b, i, k)
   * @param matrices of the batch
   * @param streams of each
   * @param inner values of a stream, K
   * @param turned whether K is contiguous
   * @param encoding the way onto light; null to copy
   */
  record Source(
      boolean left,
      int matrices,
      int streams,
      int inner,
      boolean turned,
      @Nullable OperandEncoding encoding) {
    long elements() {
      return (long) matrices * streams * inner;
    }

    /** The same place, copied as it is. */
    Source copied() {
      return new Source(left, matrices, streams, inner, turned, null);
    }

    boolean remembers() {
      return encoding != null && encoding.memory().isPresent();
    }
  }

  EncodedOperand(
      Workbench bench,
      Precision precision,
      Source source,
      MatmulLayout layout,
      DeviceBuffer clipped) {
    this.bench = bench;
    this.source = source;
    this.precision = precision;
    this.streams = source.left ? layout.rows() : layout.columns();
    long bytes =
        (long) source.matrices * streams.padded() * layout.paddedInner() * precision.realBytes();
    this.values = bench.zeros(bytes);
    DeviceBuffer emitted = source.remembers() ? bench.zeros(bytes) : values;
    this.encode = encoder(emitted, clipped);
    shape(encode, 4, layout);
    this.remember = source.remembers() ? memory(emitted, layout) : null;
    this.tiles =
        (long) source.matrices
            * Math.ceilDiv(source.streams, SIDE)
            * Math.ceilDiv(source.inner, SIDE);
  }

  private void shape(Kernel kernel, int at, MatmulLayout layout) {
    kernel
        .set(at, source.streams)
        .set(at + 1, source.inner)
        .set(at + 2, streams.padded())
        .set(at + 3, layout.paddedInner())
        .set(at + 4, layout.window())
        .set(at + 5, layout.paddedWindow());
  }

  private Kernel encoder(DeviceBuffer target, DeviceBuffer clipped) {
    int group = Math.min(LARGEST_GROUP, bench.device().groupSize());
    LineSource text = MatmulLayout.source(precision, streams.panel()).define("GROUP", group);
    if (source.turned) {
      text.define("TRANSPOSED");
    }
    if (source.left) {
      text.define("LEFT");
    }
    OperandEncoding encoding = source.encoding;
    if (encoding == null) {
      text.define("PLAIN");
    } else {
      describe(text, encoding);
    }
    Kernel kernel =
        bench.kernel(text.file("normals").file("operand").file("encode").text(), "encode", group);
    OperandNoise noise = encoding == null ? OperandNoise.NONE : encoding.noise();
    double phase = noise.phase() > 0 ? noise.phaseOffset() : Math.cos(noise.phaseOffset());
    DeviceBuffer levels =
        encoding == null || encoding.levels().isExact() ? clipped : levels(encoding);
    return kernel
        .set(1, target)
        .set(2, clipped)
        .set(3, levels)
        .set(10, noise.relative(), precision)
        .set(11, noise.additive(), precision)
        .set(12, phase, precision)
        .set(13, noise.phase(), precision)
        .set(14, noise.seed())
        .set(15, noise.stream());
  }

  private void describe(LineSource text, OperandEncoding encoding) {
    if (precision == Precision.DOUBLE) {
      text.define("WIDE_NORMALS");
    }
    if (!encoding.levels().isExact()) {
      text.define("LEVELS", encoding.levels().words());
    }
    if (encoding.noise().relative() > 0 || encoding.noise().additive() > 0) {
      text.define("RANDOM");
    }
    if (encoding.noise().phase() > 0) {
      text.define("TURNED");
    }
  }

  private DeviceBuffer levels(OperandEncoding encoding) {
    double[] levels = new double[encoding.levels().words()];
    for (int word = 0; word < levels.length; word++) {
      levels[word] = encoding.levels().level(word);
    }
    return bench.table(precision, levels);
  }

  private Kernel memory(DeviceBuffer emitted, MatmulLayout layout) {
    OperandMemory memory = Objects.requireNonNull(source.encoding).memory();
    int warmUp = warmUp(memory);
    Kernel kernel =
        bench.kernel(
            MatmulLayout.source(precision, streams.panel()).file("operand").file("memory").text(),
            "remember");
    shape(kernel, 3, layout);
    return kernel
        .set(0, emitted)
        .set(1, values)
        .set(2, rememberItems())
        .set(9, chunk())
        .set(10, warmUp)
        .set(11, memory.pole(), precision)
        .set(12, 1 - memory.pole(), precision)
        .set(13, 1 - memory.skew(), precision)
        .set(14, memory.skew(), precision);
  }

  /** Symbols after which what came before has decayed to a sixteenth of the rounding. */
  private int warmUp(OperandMemory memory) {
    if (memory.pole() == 0) {
      return 1;
    }
    double symbols = Math.log(precision.unitRoundoff() / 16) / Math.log(memory.pole());
    return (int) Math.min(source.inner, 1 + Math.ceil(symbols));
  }

  /** Symbols of a stream that one item writes: at least as many as it reads before them. */
  private int chunk() {
    return Math.max(CHUNK, warmUp(Objects.requireNonNull(source.encoding).memory()));
  }

  private long rememberItems() {
    return (long) source.matrices * source.streams * Math.ceilDiv(source.inner, chunk());
  }

  /** Encoded values, (matrix, position, stream). */
  DeviceBuffer values() {
    return values;
  }

  /** Enqueues the encoding of a matrix. */
  void enqueue(DeviceBuffer matrix, double scale, int sample) {
    encode
        .set(0, matrix)
        .set(SCALE, scale, precision)
        .set(LIMIT, precision == Precision.SINGLE ? floor(scale) : scale, precision)
        .set(SAMPLE, sample)
        .launch(tiles, passBytes());
    if (remember != null) {
      remember.launchFor(rememberItems(), passBytes());
    }
  }

  /** The largest number of single precision that does not exceed another. */
  static float floor(double value) {
    float nearest = (float) value;
    return nearest > value ? Math.nextDown(nearest) : nearest;
  }

  private long passBytes() {
    return 2 * source.elements() * precision.realBytes();
  }

  /** What the encoding of a matrix costs. */
  ProgramCost cost() {
    int passes = remember == null ? 1 : 2;
    boolean random = source.encoding != null && source.encoding.noise().isRandom();
    double flops = (random ? NOISE_FLOPS : PLAIN_FLOPS) + (passes - 1) * MEMORY_FLOPS;
    double local = source.turned ? passBytes() : 0;
    return new ProgramCost(
        passes, (double) passes * passBytes(), 0, local, flops * source.elements());
  }
}
