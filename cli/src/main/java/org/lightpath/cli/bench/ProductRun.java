package org.lightpath.cli.bench;

import org.lightpath.cli.model.RandomProduct;
import org.lightpath.cloud.fidelity.OperandScales;
import org.lightpath.cloud.fidelity.ScaleRecorder;
import org.lightpath.cloud.fidelity.Scaling;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.random.Philox;

/** One product of a model, ready to run alone on a contender at a level. */
final class ProductRun implements AutoCloseable {
  /** Outputs that are compared with sums in double precision. */
  private static final int COMPARED = 256;

  private static final int STREAM = 0x434F4D50; // "COMP"

  private final Engine engine;
  private final Multiplier multiplier;
  private final RandomProduct random;
  private final RelativeError error = new RelativeError();
  private int sample;

  /** Runs once: makes the program, and prepares constant operands. */
  ProductRun(ModelBench.Entry entry, Precision precision, RandomProduct random) {
    this.random = random;
    this.engine = entry.who().open();
    try {
      OperandScales scales =
          entry.level() == FidelityLevel.DIGITAL ? OperandScales.NONE : scales(precision);
      this.multiplier = entry.level().multiplier(engine, precision, scales);
    } catch (RuntimeException | OutOfMemoryError e) {
      engine.close();
      throw e;
    }
    try {
      run();
      compare();
    } catch (RuntimeException | OutOfMemoryError e) {
      close();
      throw e;
    }
  }

  private OperandScales scales(Precision precision) {
    try (Multiplier digital =
            FidelityLevel.DIGITAL.multiplier(engine, precision, OperandScales.NONE);
        ScaleRecorder recorder = new ScaleRecorder(digital, Scaling.TENSOR, 1)) {
      recorder.multiply(random.product(), 0);
      return recorder.scales();
    }
  }

  RandomProduct random() {
    return random;
  }

  private void run() {
    multiplier.multiply(random.product(), sample++);
  }

  /** Runs for a time, at least once; gives the time of one run [s]. */
  double turn(double leastSeconds) {
    int runs = 0;
    long begin = System.nanoTime();
    double seconds;
    do {
      run();
      runs++;
      seconds = (System.nanoTime() - begin) * 1e-9;
    } while (seconds < leastSeconds);
    return seconds / runs;
  }

  /** Relative error of some outputs. */
  double error() {
    return error.value();
  }

  /** Compares some outputs, in places drawn at random, with sums in double precision. */
  private void compare() {
    MatmulShape shape = random.product().shape();
    int[] words = new int[4];
    for (int i = 0; i < COMPARED; i++) {
      Philox.words(ModelCase.SEED, STREAM, 0, i, words);
      int batch = Integer.remainderUnsigned(words[0], shape.batch());
      int row = Integer.remainderUnsigned(words[1], shape.rows());
      int column = Integer.remainderUnsigned(words[2], shape.columns());
      int at = (batch * shape.rows() + row) * shape.columns() + column;
      error.add(random.product().result()[at], sum(batch, row, column));
    }
  }

  private double sum(int batch, int row, int column) {
    Product product = random.product();
    MatmulShape shape = product.shape();
    float[] left = product.left().values();
    float[] right = product.right().values();
    int matrix = shape.sharedRight() ? 0 : batch;
    int a = (batch * shape.rows() + row) * shape.inner();
    int b = matrix * shape.inner() * shape.columns();
    double sum = 0;
    for (int k = 0; k < shape.inner(); k++) {
      int at =
          b + (shape.transposedRight() ? column * shape.inner() + k : k * shape.columns() + column);
      sum = Math.fma((double) left[a + k], (double) right[at], sum);
    }
    return sum;
  }

  @Override
  public void close() {
    multiplier.close();
    engine.close();
  }
}
