package org.lightpath.cli.run;

/** The command cannot be carried out as it was given; nothing has been run. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with its message. */
  public UsageException(String message) {
    super(message);
  }
}
