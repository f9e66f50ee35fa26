package org.lightpath.cli.bench;

/** A peer cannot take part, or not any longer; the message says why. The others go on. */
final class PeerFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with its message. */
  PeerFailedException(String message) {
    super(message);
  }

  /** Creates the exception with its message and what was behind it. */
  PeerFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
