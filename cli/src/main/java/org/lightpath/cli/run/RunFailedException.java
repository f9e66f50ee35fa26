package org.lightpath.cli.run;

/** A run failed for a reason a person can act on; the message says which. */
public final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with its message. */
  public RunFailedException(String message) {
    super(message);
  }

  /** Creates the exception with its message and what caused it. */
  public RunFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
