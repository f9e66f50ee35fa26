package org.lightpath.cli.link;

import java.nio.file.Path;
import java.util.Optional;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.Kind;
import org.lightpath.cli.kind.Prepared;

/** Transmitter, spans, amplifiers, receiver. */
public final class LinkKind implements Kind {
  /** Creates the kind. */
  public LinkKind() {}

  @Override
  public String name() {
    return "link";
  }

  @Override
  public Section section() {
    return LinkKeys.SECTION;
  }

  @Override
  public Optional<Prepared> prepare(Values values, Path folder, Problems problems) {
    return new LinkSetup(values, problems).prepare().map(LinkRunner::new);
  }
}
