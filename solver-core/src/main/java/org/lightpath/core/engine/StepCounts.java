package org.lightpath.core.engine;

import java.util.Arrays;

/** Steps that adaptive control took and rejected, for each field of a batch. */
public final class StepCounts {
  private final long[] accepted;
  private final long[] rejected;

  /**
   * Counts of a run.
   *
   * @param accepted steps taken, one number for each field
   * @param rejected steps computed and thrown away, one number for each field
   */
  public StepCounts(long[] accepted, long[] rejected) {
    if (accepted.length != rejected.length) {
      throw new IllegalArgumentException(
          "step counts: %d accepted and %d rejected".formatted(accepted.length, rejected.length));
    }
    this.accepted = accepted.clone();
    this.rejected = rejected.clone();
  }

  /** Number of fields. */
  public int fields() {
    return accepted.length;
  }

  /** Steps taken by a field. */
  public long accepted(int field) {
    return accepted[field];
  }

  /** Steps of a field that were computed and thrown away. */
  public long rejected(int field) {
    return rejected[field];
  }

  /** Steps taken by all fields. */
  public long accepted() {
    return Arrays.stream(accepted).sum();
  }

  /** Steps of all fields that were thrown away. */
  public long rejected() {
    return Arrays.stream(rejected).sum();
  }

  @Override
  public String toString() {
    return "%d steps, %d rejected, of %d fields".formatted(accepted(), rejected(), fields());
  }
}
