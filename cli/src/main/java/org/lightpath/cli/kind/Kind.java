package org.lightpath.cli.kind;

import java.nio.file.Path;
import java.util.Optional;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Values;

/** A kind of experiment. */
public interface Kind {
  /** Name in the file's {@code kind}. */
  String name();

  /** Its keys. */
  Section section();

  /**
   * Checks the physics and makes everything ready to plan or run.
   *
   * @param values what the file says
   * @param folder where relative file names in it begin
   * @param problems collects what is wrong
   * @return the experiment; empty if a problem was recorded
   */
  Optional<Prepared> prepare(Values values, Path folder, Problems problems);
}
