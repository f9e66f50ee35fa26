package org.lightpath.cli.mesh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.kind.FieldRunPlan;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.cli.kind.Prepared;
import org.lightpath.cli.kind.RunContext;
import org.lightpath.cli.kind.RunPlan;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.photonic.mesh.ComplexMatrix;
import org.lightpath.photonic.mesh.InterferometerMesh;
import org.lightpath.photonic.mesh.MeshChip;
import org.lightpath.photonic.mesh.MeshComposer;
import org.lightpath.photonic.mesh.MeshDecomposition;
import org.lightpath.photonic.mesh.MeshImperfections;
import org.lightpath.photonic.mesh.MeshTopology;
import org.lightpath.photonic.mesh.SelfConfiguration;

/** A mesh experiment, ready to plan or run. */
final class MeshRun implements Prepared {
  private final MeshSpec spec;

  MeshRun(MeshSpec spec) {
    this.spec = spec;
  }

  @Override
  public RunPlan plan() {
    MeshSpec.Options options = spec.options();
    int group = ChipGroups.group(spec.modes(), options.chips(), options.precision());
    FieldShape shape = new FieldShape(group, spec.modes(), spec.modes());
    List<FieldPlan> works = new ArrayList<>();
    long columns = 0;
    for (MeshTopology layout : spec.layouts()) {
      InterferometerMesh mesh = design(layout);
      columns = Math.max(columns, mesh.layout().columns());
      MeshPlan plan =
          new MeshPlan(
              shape,
              options.precision(),
              MeshComposer.columns(List.of(mesh.ideal())),
              options.method());
      int groups = (options.chips() + group - 1) / group;
      for (int i = 0; i < spec.cases().size() * groups; i++) {
        works.add(plan);
      }
    }
    return new FieldRunPlan(shape, options.precision(), columns, 0, works, describe());
  }

  private InterferometerMesh design(MeshTopology layout) {
    return layout == MeshTopology.RECK
        ? MeshDecomposition.reck(spec.wanted())
        : MeshDecomposition.clements(spec.wanted());
  }

  private String describe() {
    return "%s mesh of %d modes, target %s; %d cases of %d chips"
        .formatted(
            String.join(" and ", spec.layouts().stream().map(MeshRun::word).toList()),
            spec.modes(),
            spec.targetWords(),
            spec.cases().size(),
            spec.options().chips());
  }

  static String word(MeshTopology layout) {
    return layout.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Outcome run(Engine engine, RunContext run) {
    run.log().line(describe());
    ChipGroups composer = new ChipGroups(engine, spec);
    MeshTables tables = new MeshTables(spec);
    List<MeshResult> results = new ArrayList<>();
    List<MeshResult.Design> designs = new ArrayList<>();
    long begin = System.nanoTime();
    double decomposition = 0;
    for (MeshTopology layout : spec.layouts()) {
      long start = System.nanoTime();
      InterferometerMesh mesh = design(layout);
      decomposition += (System.nanoTime() - start) * 1e-9;
      ComplexMatrix rebuilt = composer.compose(spec.modes(), 1, _ -> mesh.ideal()).getFirst();
      designs.add(new MeshResult.Design(mesh, rebuilt.minus(spec.wanted()).largestModulus()));
    }
    for (int i = 0; i < spec.cases().size() && !run.cancelled(); i++) {
      for (int layout = 0; layout < spec.layouts().size(); layout++) {
        results.add(chips(i, designs.get(layout).mesh(), composer, layout == 0 ? tables : null));
      }
    }
    boolean completed = results.size() == spec.cases().size() * spec.layouts().size();
    if (completed) {
      tables.write(run.folder(), results, designs.getFirst().mesh());
    }
    Map<String, Double> timing = new LinkedHashMap<>();
    timing.put("decomposition", decomposition);
    timing.put("engine", composer.seconds());
    timing.put(
        "chips and measures",
        (System.nanoTime() - begin) * 1e-9 - decomposition - composer.seconds());
    return outcome(completed, results, designs, composer.seconds(), timing);
  }

  private MeshResult chips(
      int index, InterferometerMesh design, ChipGroups composer, @Nullable MeshTables tables) {
    MeshImperfections errors = spec.cases().get(index);
    int count = spec.options().chips();
    int[] clipped = new int[count];
    List<ComplexMatrix> matrices =
        composer.compose(
            spec.modes(),
            count,
            number -> {
              MeshChip chip = errors.fabricate(design.layout(), spec.options().seed() + number, 0);
              if (!spec.options().selfConfigure()) {
                return chip.realise(design);
              }
              SelfConfiguration.Result corrected = SelfConfiguration.correct(design, chip);
              clipped[number] = corrected.clipped();
              return chip.realise(corrected.mesh());
            });
    List<MeshResult.Chip> chips = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      chips.add(MeshResult.Chip.of(spec.wanted(), matrices.get(number), clipped[number]));
    }
    if (tables != null) {
      tables.firstChip(index, matrices.getFirst());
    }
    return new MeshResult(index, design.layout().topology(), chips);
  }

  private Outcome outcome(
      boolean completed,
      List<MeshResult> results,
      List<MeshResult.Design> designs,
      double computing,
      Map<String, Double> timing) {
    List<Map<String, Double>> cases = new ArrayList<>();
    int layouts = spec.layouts().size();
    for (int i = 0; i + layouts <= results.size(); i += layouts) {
      cases.add(metrics(results.subList(i, i + layouts), designs));
    }
    long columns = designs.stream().mapToLong(one -> one.mesh().layout().columns()).max().orElse(0);
    return new Outcome(
        completed,
        columns,
        0,
        computing,
        cases,
        spec.batch(),
        MeshFacts.of(spec, describe()),
        timing,
        List.of(),
        List.of());
  }

  /** Of the first layout under the usual names, of others with their name in it. */
  private Map<String, Double> metrics(List<MeshResult> all, List<MeshResult.Design> designs) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      MeshResult one = all.get(i);
      String of = i == 0 ? "" : one.layout() == MeshTopology.RECK ? "Reck" : "Clements";
      metrics.put("fidelity" + of, one.mean(MeshResult.Chip::fidelity));
      metrics.put(
          "amplitudeError" + of + "_rel", one.rootMeanSquare(MeshResult.Chip::amplitudeError));
      metrics.put("insertionLoss" + of + "_dB", one.mean(MeshResult.Chip::insertionLoss));
      metrics.put("decompositionError" + of + "_abs", designs.get(i).error());
      if (spec.cases().getFirst().loss().meanDecibels() > 0) {
        metrics.put("fidelityLossRemoved" + of, one.mean(MeshResult.Chip::lossRemoved));
      }
      if (spec.options().selfConfigure()) {
        metrics.put("clippedSettings" + of, one.mean(MeshResult.Chip::clipped));
      }
    }
    return metrics;
  }
}
