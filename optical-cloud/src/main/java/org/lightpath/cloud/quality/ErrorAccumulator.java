package org.lightpath.cloud.quality;

/**
 * Gathers {@link ErrorStatistics} over arrays that come one after another, in double precision.
 *
 * <p>The central moments of each array are taken in two passes and joined by the update of Chan,
 * Golub and LeVeque 1979, to fourth order by Pébay, SAND2008-6212, so that a bias far above the
 * noise costs no digits. The same arrays in the same order give the same bits.
 */
public final class ErrorAccumulator {
  private long count;
  private double referenceSquares;
  private double observedSquares;
  private double products;
  private double errorSquares;
  private double maximum;
  private double mean;
  private double second;
  private double third;
  private double fourth;

  /**
   * Adds pairs of numbers.
   *
   * @param reference d
   * @param observed o
   * @throws IllegalArgumentException if the lengths differ or a number is not finite
   */
  public void add(float[] reference, float[] observed) {
    PairedArrays.requireSameLength("error statistics", reference, observed);
    if (reference.length == 0) {
      return;
    }
    ErrorAccumulator block = new ErrorAccumulator();
    block.count = reference.length;
    block.addPowers(reference, observed);
    block.addMoments(reference, observed);
    merge(block);
  }

  private void addPowers(float[] reference, float[] observed) {
    double sum = 0;
    for (int i = 0; i < reference.length; i++) {
      double d = reference[i];
      double o = observed[i];
      double e = o - d;
      if (!Double.isFinite(e)) {
        throw new IllegalArgumentException(
            "error statistics: element %d is %s, its reference %s; expected finite numbers"
                .formatted(i, observed[i], reference[i]));
      }
      referenceSquares += d * d;
      observedSquares += o * o;
      products += o * d;
      errorSquares += e * e;
      maximum = Math.max(maximum, Math.abs(e));
      sum += e;
    }
    mean = sum / reference.length;
  }

  private void addMoments(float[] reference, float[] observed) {
    for (int i = 0; i < reference.length; i++) {
      double e = (double) observed[i] - reference[i] - mean;
      double square = e * e;
      second += square;
      third += square * e;
      fourth += square * square;
    }
  }

  /** Adds what another accumulator gathered; that one stays as it is. */
  public void merge(ErrorAccumulator other) {
    if (other.count == 0) {
      return;
    }
    mergeMoments(other);
    referenceSquares += other.referenceSquares;
    observedSquares += other.observedSquares;
    products += other.products;
    errorSquares += other.errorSquares;
    maximum = Math.max(maximum, other.maximum);
    count += other.count;
  }

  private void mergeMoments(ErrorAccumulator other) {
    double a = count;
    double b = other.count;
    double n = a + b;
    double delta = other.mean - mean;
    double step = delta / n;
    fourth +=
        other.fourth
            + delta * step * step * step * a * b * (a * a - a * b + b * b)
            + 6 * step * step * (a * a * other.second + b * b * second)
            + 4 * step * (a * other.third - b * third);
    third +=
        other.third
            + delta * step * step * a * b * (a - b)
            + 3 * step * (a * other.second - b * second);
    second += other.second + delta * step * a * b;
    mean += step * b;
  }

  /** Number of pairs so far. */
  public long count() {
    return count;
  }

  /**
   * The statistics so far.
   *
   * @throws IllegalStateException if nothing was added
   */
  public ErrorStatistics statistics() {
    if (count == 0) {
      throw new IllegalStateException("error statistics: nothing was added");
    }
    return new ErrorStatistics(
        count,
        referenceSquares,
        observedSquares,
        products,
        errorSquares,
        mean,
        second / count,
        fourth / count,
        maximum);
  }

  /** Statistics of one pair of arrays. */
  public static ErrorStatistics of(float[] reference, float[] observed) {
    ErrorAccumulator accumulator = new ErrorAccumulator();
    accumulator.add(reference, observed);
    return accumulator.statistics();
  }
}
