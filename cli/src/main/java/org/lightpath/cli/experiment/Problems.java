package org.lightpath.cli.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.lightpath.cli.experiment.Problem.Severity;

/** Collects everything that is wrong with an experiment, so that it is told at once. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Creates an empty collection. */
  public Problems() {}

  /** Records an error: what, observed, expected; and what to do. */
  public void error(Place place, String message, String action) {
    found.add(new Problem(Severity.ERROR, place, message, action));
  }

  /** Records a doubt. */
  public void warning(Place place, String message, String action) {
    found.add(new Problem(Severity.WARNING, place, message, action));
  }

  /** Whether an error was recorded. */
  public boolean hasErrors() {
    return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /** Number of errors. */
  public long errors() {
    return found.stream().filter(problem -> problem.severity() == Severity.ERROR).count();
  }

  /** Everything recorded, in the order of the text. */
  public List<Problem> all() {
    return found.stream()
        .sorted(
            Comparator.comparing((Problem problem) -> problem.place().source().name())
                .thenComparingInt(problem -> problem.place().line())
                .thenComparingInt(problem -> problem.place().column()))
        .toList();
  }

  /** Only the warnings. */
  public List<Problem> warnings() {
    return all().stream().filter(problem -> problem.severity() == Severity.WARNING).toList();
  }

  /** All of them, for a person. */
  public String render() {
    return all().stream().map(Problem::render).collect(Collectors.joining("\n"));
  }

  /**
   * Refuses an experiment with errors.
   *
   * @throws InvalidExperimentException if an error was recorded
   */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new InvalidExperimentException(this);
    }
  }
}
