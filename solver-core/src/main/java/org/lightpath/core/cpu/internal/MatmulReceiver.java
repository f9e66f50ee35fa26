package org.lightpath.core.cpu.internal;

import org.lightpath.core.plan.Quantiser;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.core.random.Poisson;

/**
 * Detects a block of sums: leaks, noise, converter, sum over the windows, correction. One for each
 * worker, which also holds the block.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class MatmulReceiver<A> {
  /** Levels that a number of single precision tells apart with room to spare. */
  private static final int MOST_LEVELS = 1 << 20;

  private final MatmulLayout layout;
  private final Elements<A> elements;
  private final MatmulKernels<A> kernels;
  private final ReceiverNoise noise;
  private final Quantiser converter;
  private final boolean leaks;
  private final boolean hasSecond;
  private final int stride;
  private final Table<A> sums;
  private final Table<A> variances;
  private final Table<A> total;
  private final A normal;
  private final long[] scratch;
  private final int[] words = new int[4];
  private final Draw draw;
  private long clipped;

  MatmulReceiver(MatmulTools<A> tools, MatmulKernels<A> kernels) {
    this.layout = tools.layout();
    this.elements = tools.elements();
    this.kernels = kernels;
    Readout readout = tools.plan().readout();
    this.noise = readout.noise();
    this.converter = readout.converter();
    this.leaks = tools.weights().leaksLeft() || tools.weights().leaksRight();
    this.hasSecond = tools.hasSecond();
    this.stride = layout.blockColumns(elements.bytes());
    long block = (long) layout.blockRows() * stride;
    this.sums = tools.slabs().take(block);
    this.variances = tools.slabs().take(hasSecond ? block : stride);
    this.total = layout.windows() > 1 ? tools.slabs().take(block) : sums;
    int drawn = noise.isPresent() ? stride : 0;
    this.normal = elements.allocate(drawn);
    this.scratch = new long[2 * drawn];
    this.draw = new Draw(noise.seed(), noise.stream());
  }

  /** Starts a run. */
  void begin(int sample) {
    draw.renumber(sample);
  }

  /** Readouts clipped so far. */
  long clipped() {
    return clipped;
  }

  /** Distance of the rows of the block. */
  int stride() {
    return stride;
  }

  /** The block's y of a window. */
  Table<A> sums() {
    return sums;
  }

  /** The block's second product. */
  Table<A> variances() {
    return variances;
  }

  /** Zeros the block before a window. */
  void clear(int rows) {
    kernels.clear(sums.array(), sums.offset(), sums.offset() + rows * stride);
    if (hasSecond) {
      kernels.clear(variances.array(), variances.offset(), variances.offset() + rows * stride);
    }
  }

  /** Which part of the result a block is. */
  static final class Place {
    /** Its first row among those of all products. */
    long firstRow;

    /** Its rows. */
    int rows;

    /** Its first column. */
    int column;

    /** Its columns without padding. */
    int columns;
  }

  /** Reads a window of the block. */
  void read(int window, Place place, LeftBlock<A> left, RightPanels<A> right) {
    int vectors = (place.columns + layout.lanes() - 1) / layout.lanes();
    for (int row = 0; row < place.rows; row++) {
      int at = sums.offset() + row * stride;
      if (leaks) {
        int columns = right.leakAt(window) + place.column;
        kernels.leak(sums.array(), at, vectors, left.leak(window, row), right.leak(), columns);
      }
      if (noise.isPresent()) {
        disturb(window, row, place, left.shot(window, row), right);
      }
      if (converter.isPresent()) {
        convert(at, place.columns, vectors);
      }
      if (window > 0) {
        int sum = total.offset() + row * stride;
        kernels.accumulate(total.array(), sum, sums.array(), at, vectors);
      } else if (layout.windows() > 1) {
        int sum = total.offset() + row * stride;
        elements.copy(sums.array(), at, total.array(), sum, vectors * layout.lanes());
      }
    }
  }

  private void disturb(int window, int row, Place place, double shot, RightPanels<A> right) {
    int vectors = (place.columns + layout.lanes() - 1) / layout.lanes();
    long rows = (long) layout.products() * layout.rows();
    long index = (window * rows + place.firstRow + row) * layout.columns() + place.column;
    int y = sums.offset() + row * stride;
    int v = variances.offset() + (hasSecond ? row * stride : 0);
    if (!hasSecond) {
      kernels.clear(variances.array(), v, v + vectors * layout.lanes());
    }
    boolean counted = noise.counts() > 0;
    double fixed = shot + (counted ? 0 : noise.constant());
    double output = counted ? 0 : noise.output();
    A columns = right.shot();
    int at = right.shotAt(window) + place.column;
    kernels.variances(sums.array(), y, vectors, fixed, columns, at, output, variances.array(), v);
    kernels.normals(draw, index, false, vectors, normal, scratch);
    if (counted) {
      count(y, v, place.columns, index);
    } else {
      kernels.addNoise(sums.array(), y, vectors, variances.array(), v, normal);
    }
  }

  /** Photon counts, one by one. */
  private void count(int y, int v, int columns, long index) {
    double q = noise.counts();
    for (int j = 0; j < columns; j++) {
      double sum = elements.get(sums.array(), y + j);
      double total = q * q * elements.get(variances.array(), v + j);
      double difference = q * sum;
      double plus = poisson((total + difference) / 2, noise.stream() + 1, index + j);
      double minus = poisson((total - difference) / 2, noise.stream() + 2, index + j);
      double other = Math.sqrt(noise.constant() + noise.output() * sum * sum);
      double drawn = (plus - minus) / q + other * elements.get(normal, j);
      elements.set(sums.array(), y + j, drawn);
    }
  }

  private double poisson(double mean, int stream, long index) {
    return Poisson.draw(Math.max(0, mean), noise.seed(), stream, draw.sample(), index, words);
  }

  private void convert(int at, int columns, int vectors) {
    if (converter.levels() > MOST_LEVELS) {
      convertSlowly(at, columns);
      return;
    }
    // What is padding must not be counted.
    kernels.clear(sums.array(), at + columns, at + vectors * layout.lanes());
    clipped +=
        kernels.convert(sums.array(), at, vectors, converter.fullScale(), converter.levels());
  }

  private void convertSlowly(int at, int columns) {
    for (int j = at; j < at + columns; j++) {
      double z = elements.get(sums.array(), j);
      clipped += Math.abs(z) > converter.fullScale() ? 1 : 0;
      elements.set(sums.array(), j, converter.convert(z));
    }
  }

  /** Corrects the block's columns and writes it to C. */
  void write(Place place, A gain, A offset, A result) {
    int lanes = layout.lanes();
    int whole = place.columns / lanes;
    int done = whole * lanes;
    int rest = place.columns - done;
    A x = total.array();
    for (int row = 0; row < place.rows; row++) {
      int from = total.offset() + row * stride;
      int to = (int) ((place.firstRow + row) * layout.columns() + place.column);
      kernels.correct(x, from, whole, gain, offset, place.column, result, to);
      if (rest > 0) {
        kernels.correct(x, from + done, 1, gain, offset, place.column + done, x, from + done);
        elements.copy(x, from + done, result, to + done, rest);
      }
    }
  }
}
