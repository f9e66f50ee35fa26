package org.lightpath.photonic.energy;

/**
 * What a source counts as one operation. Figures per operation mean nothing without it: 118.6
 * mW/TOPS is 237.2 fJ per multiply–accumulate (MAC) or half of that.
 */
public enum OperationDefinition {
  /** A multiplication and an addition are two operations: 1 MAC = 2 op. */
  MAC_IS_TWO_OPS("1 MAC = 2 op"),
  /** A multiply–accumulate is one operation: 1 MAC = 1 op. */
  MAC_IS_ONE_OP("1 MAC = 1 op"),
  /** The source does not say; figures per MAC cannot be given. */
  UNSTATED("operation not defined by the source");

  private final String label;

  OperationDefinition(String label) {
    this.label = label;
  }

  /** For a report, to be printed with every figure. */
  public String label() {
    return label;
  }

  /**
   * Operations in a multiply–accumulate.
   *
   * @throws IllegalStateException if the source does not say
   */
  public double opsPerMac() {
    return switch (this) {
      case MAC_IS_TWO_OPS -> 2;
      case MAC_IS_ONE_OP -> 1;
      case UNSTATED ->
          throw new IllegalStateException(
              "the source does not define its operation, expected 1 MAC = 1 or 2 op; compare per operation or assume one");
    };
  }
}
