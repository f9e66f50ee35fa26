package org.lightpath.fiber;

/** A propagated field is no longer finite; the message says where and what to do. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with its message. */
  public DivergedException(String message) {
    super(message);
  }

  /**
   * The exception for a field that stopped being finite before a position.
   *
   * @param position z [m]
   */
  public static DivergedException at(double position) {
    return new DivergedException(
        ("the field is not finite after %.6g m: power or γ is too high for the step or the"
                + " precision; take more steps, double precision, or check γ and the launch power")
            .formatted(position));
  }
}
