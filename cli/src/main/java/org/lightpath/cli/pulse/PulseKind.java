package org.lightpath.cli.pulse;

import java.nio.file.Path;
import java.util.Optional;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.Kind;
import org.lightpath.cli.kind.Prepared;

/** One or many pulses through a fibre. */
public final class PulseKind implements Kind {
  /** Creates the kind. */
  public PulseKind() {}

  @Override
  public String name() {
    return "pulse";
  }

  @Override
  public Section section() {
    return PulseKeys.SECTION;
  }

  @Override
  public Optional<Prepared> prepare(Values values, Path folder, Problems problems) {
    return new PulseSetup(values, folder, problems).prepare().map(PulseRun::new);
  }
}
