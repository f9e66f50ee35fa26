package org.lightpath.opencl;

/** A driver's compiler refuses a kernel; the message holds the device's name and the log. */
public final class KernelBuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with its message and what the binding threw. */
  public KernelBuildException(String message, Throwable cause) {
    super(message, cause);
  }
}
