package org.lightpath.cli.core;

import java.nio.file.Path;
import java.util.Optional;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.Kind;
import org.lightpath.cli.kind.Prepared;

/** One photonic matrix core, characterised. */
public final class CoreKind implements Kind {
  /** Creates the kind. */
  public CoreKind() {}

  @Override
  public String name() {
    return "core";
  }

  @Override
  public Section section() {
    return CoreKeys.SECTION;
  }

  @Override
  public Optional<Prepared> prepare(Values values, Path folder, Problems problems) {
    return new CoreSetup(values, folder, problems).prepare().map(CoreRun::new);
  }
}
