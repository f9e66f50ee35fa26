package org.lightpath.cli.mesh;

import java.nio.file.Path;
import java.util.Optional;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.Kind;
import org.lightpath.cli.kind.Prepared;

/** An interferometer mesh and what fabrication makes of it. */
public final class MeshKind implements Kind {
  /** Creates the kind. */
  public MeshKind() {}

  @Override
  public String name() {
    return "mesh";
  }

  @Override
  public Section section() {
    return MeshKeys.SECTION;
  }

  @Override
  public Optional<Prepared> prepare(Values values, Path folder, Problems problems) {
    return new MeshSetup(values, folder, problems).prepare().map(MeshRun::new);
  }
}
