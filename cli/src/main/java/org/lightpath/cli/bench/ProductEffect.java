package org.lightpath.cli.bench;

import org.lightpath.core.plan.LevelTable;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.OperandEncoding;
import org.lightpath.core.plan.OperandNoise;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.Quantiser;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;

/**
 * What a product is computed with. The numbers are assumed, of the size that receivers and
 * converters have; times do not depend on them, but for {@link #COUNTED}.
 *
 * <p>q = 100 photoelectrons for each unit of y: homodyne detection of (a ± b)/√2 has the shot
 * variance (Σa² + Σb²)/(2q), an intensity receiver Σ|a||b|/q.
 */
enum ProductEffect {
  /** C = A·B. */
  NOISELESS,
  /** Shot noise of homodyne detection from the norms of rows and columns, thermal noise; normal. */
  RECEIVER,
  /** Shot noise of an intensity receiver: a second product |A|·|B|, thermal noise; normal. */
  PRODUCT,
  /** {@link #RECEIVER} with counted photoelectrons: the difference of two Poisson numbers. */
  COUNTED,
  /**
   * 8-bit modulators with relative noise on both operands, {@link #RECEIVER}, an 8-bit converter
   * for every 1024 terms.
   */
  FULL,
  /**
   * The noise of {@link #RECEIVER} drawn anew for every term k of every sum, as peers draw it: the
   * same distribution for K times the random numbers.
   */
  PER_MULTIPLY;

  private static final double COUNTS = 100;
  private static final double THERMAL = 1e-3;
  private static final double RELATIVE = 0.01;
  private static final int INTEGRATION = 1024;

  /** Converter's range over the standard deviation of y, which is √K/3 for uniform operands. */
  private static final double RANGE = 4.0 / 3;

  private static final int STREAM = 10;
  private static final int OPERAND_STREAM = 20;

  /** Whether engines have a plan of exactly this. */
  boolean isPlan() {
    return this != PER_MULTIPLY;
  }

  /** The plan of a case; for noise of each term that of the same distribution. */
  MatmulPlan plan(ProductCase c) {
    MatmulPlan exact = MatmulPlan.exact(c.shape(), c.precision());
    return switch (this) {
      case NOISELESS -> exact;
      case RECEIVER, PER_MULTIPLY -> exact.withReadout(Readout.EXACT.withNoise(norms(0)));
      case COUNTED -> exact.withReadout(Readout.EXACT.withNoise(norms(COUNTS)));
      case PRODUCT -> exact.withReadout(Readout.EXACT.withNoise(secondProduct()));
      case FULL ->
          exact
              .withEncodings(encoding(OPERAND_STREAM), encoding(OPERAND_STREAM + 1))
              .withReadout(converted(c.inner()));
    };
  }

  private static ReceiverNoise norms(double counts) {
    double shot = 1 / (2 * COUNTS);
    return new ReceiverNoise(THERMAL, shot, shot, 0, null, counts, ProductCase.SEED, STREAM);
  }

  private static ReceiverNoise secondProduct() {
    ProductVariance intensity = new ProductVariance(1 / COUNTS, 1, ProductVariance.Right.ABSOLUTE);
    return new ReceiverNoise(THERMAL, 0, 0, 0, intensity, 0, ProductCase.SEED, STREAM);
  }

  private static OperandEncoding encoding(int stream) {
    return OperandEncoding.of(LevelTable.uniform(ProductCase.WORDS))
        .withNoise(new OperandNoise(RELATIVE, 0, 0, 0, ProductCase.SEED, stream));
  }

  private static Readout converted(int inner) {
    int length = Math.min(inner, INTEGRATION);
    return Readout.EXACT
        .withNoise(norms(0))
        .withIntegrationLength(length)
        .withConverter(new Quantiser(RANGE * Math.sqrt(length), ProductCase.WORDS));
  }

  /** Random numbers of one run: one for each readout, three where it is counted. */
  double noiseSamples(ProductCase c) {
    double readouts = (double) c.shape().result().elements() * plan(c).windows();
    return switch (this) {
      case NOISELESS -> 0;
      case RECEIVER, PRODUCT -> readouts;
      case COUNTED -> 3 * readouts;
      case FULL -> readouts + c.shape().left().elements() + c.shape().right().elements();
      case PER_MULTIPLY -> c.shape().macs();
    };
  }

  /** Products of M·N·K terms. */
  int products() {
    return this == PRODUCT ? 2 : 1;
  }
}
