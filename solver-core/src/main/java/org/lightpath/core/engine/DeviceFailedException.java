package org.lightpath.core.engine;

/**
 * A device was lost or refused work while it was running; the message says which device and what
 * its driver reported. What was on the device is gone: the run goes on from what is on disk, on a
 * new engine.
 */
public final class DeviceFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with its message and what the driver's binding threw. */
  public DeviceFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
