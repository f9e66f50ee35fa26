package org.lightpath.cli.bench.record;

/**
 * The same measurement in two runs.
 *
 * @param before in the earlier run
 * @param now in the new one
 */
public record Match(RecordedRow before, RecordedRow now) {
  /** Deviations by which times must differ to be told apart. */
  private static final double DEVIATIONS = 2;

  /** Least difference worth a word. */
  private static final double LEAST = 0.05;

  /** What became of a time. */
  public enum Verdict {
    /** Longer, beyond 2 combined deviations and 5 %. */
    SLOWER,
    /** Shorter, beyond 2 combined deviations and 5 %. */
    FASTER,
    /** Not told apart. */
    SAME
  }

  /** t/t₀, the new time over the earlier one. */
  public double ratio() {
    return now.timing().seconds() / before.timing().seconds();
  }

  /**
   * Standard deviation of the ratio, from those of both times over their turns: t/t₀ √((σ/t)² +
   * (σ₀/t₀)²). 0 where both had one turn.
   */
  public double ratioDeviation() {
    return ratio() * relativeDeviation();
  }

  private double relativeDeviation() {
    return Math.hypot(now.timing().relativeDeviation(), before.timing().relativeDeviation());
  }

  /**
   * Whether |ln(t/t₀)| exceeds two of its deviations, so that a ratio and its inverse are judged
   * alike.
   */
  public boolean isBeyondUncertainty() {
    return Math.abs(Math.log(ratio())) > DEVIATIONS * relativeDeviation();
  }

  /** Slower or faster beyond 2 deviations of the ratio and 5 %. */
  public Verdict verdict() {
    if (!isBeyondUncertainty() || Math.abs(Math.log(ratio())) <= Math.log1p(LEAST)) {
      return Verdict.SAME;
    }
    return ratio() > 1 ? Verdict.SLOWER : Verdict.FASTER;
  }
}
