package org.lightpath.cli.experiment;

/** An experiment file is not valid; the message lists every problem with its place. */
public final class InvalidExperimentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception from the problems found. */
  public InvalidExperimentException(Problems problems) {
    super(problems.render());
  }
}
