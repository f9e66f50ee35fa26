package org.lightpath.cli.mesh;

import java.util.List;
import java.util.Optional;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.photonic.mesh.ComplexMatrix;
import org.lightpath.photonic.mesh.MeshImperfections;
import org.lightpath.photonic.mesh.MeshTopology;

/**
 * A mesh experiment, checked.
 *
 * @param wanted unitary matrix
 * @param targetWords what it is, in words
 * @param layouts arrangements, the first one's metrics are those of the run
 * @param cases errors of each case
 * @param batch what the cases differ in
 * @param options how it is run
 */
record MeshSpec(
    ComplexMatrix wanted,
    String targetWords,
    List<MeshTopology> layouts,
    List<MeshImperfections> cases,
    Optional<Outcome.Batch> batch,
    Options options) {
  MeshSpec {
    layouts = List.copyOf(layouts);
    cases = List.copyOf(cases);
  }

  /**
   * How it is run.
   *
   * @param precision of the light
   * @param seed of the first chip
   * @param chips of each case
   * @param selfConfigure whether settings are corrected for each chip
   * @param method of composition
   * @param random whether the target is Haar-random, of which the closed forms speak
   */
  record Options(
      Precision precision,
      long seed,
      int chips,
      boolean selfConfigure,
      MeshPlan.Method method,
      boolean random) {}

  int modes() {
    return wanted.rows();
  }

  /** Whether the closed forms hold: couplers and phases alone are wrong, of a random target. */
  boolean hasClosedForm(MeshImperfections errors) {
    return options.random
        && !options.selfConfigure
        && errors.phaseBits() == 0
        && errors.loss().meanDecibels() == 0
        && errors.loss().armSpreadDecibels() == 0
        && errors.crosstalk().isEmpty();
  }
}
