package org.lightpath.core.engine;

/** The engine or device asked for is not there; the message says why and what to install. */
public final class EngineUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with its message. */
  public EngineUnavailableException(String message) {
    super(message);
  }
}
