package org.lightpath.core.engine;

/** An engine cannot run a part of a plan; the message says which part and which engine can. */
public final class UnsupportedPlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with its message. */
  public UnsupportedPlanException(String message) {
    super(message);
  }
}
