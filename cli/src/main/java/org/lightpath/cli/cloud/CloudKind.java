package org.lightpath.cli.cloud;

import java.nio.file.Path;
import java.util.Optional;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.Kind;
import org.lightpath.cli.kind.Prepared;

/** A generative model executed by edge nodes and a computing centre over a fibre network. */
public final class CloudKind implements Kind {
  /** Creates the kind. */
  public CloudKind() {}

  @Override
  public String name() {
    return "cloud";
  }

  @Override
  public Section section() {
    return CloudKeys.SECTION;
  }

  @Override
  public Optional<Prepared> prepare(Values values, Path folder, Problems problems) {
    return new CloudSetup(values, folder, problems).prepare().map(CloudRun::new);
  }
}
