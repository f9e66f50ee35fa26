package org.lightpath.cli;

/** What the process tells its caller. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** The run failed: diverged, disk full, device lost. */
  public static final int FAILED = 1;

  /** Bad usage, or an invalid experiment. */
  public static final int INVALID = 2;

  /** The engine or device asked for is not available. */
  public static final int UNAVAILABLE = 3;

  /** Interrupted after writing a checkpoint. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
