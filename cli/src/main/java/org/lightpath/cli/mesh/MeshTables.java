package org.lightpath.cli.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.datasets.table.Table;
import org.lightpath.photonic.mesh.ComplexMatrix;
import org.lightpath.photonic.mesh.InterferometerMesh;
import org.lightpath.photonic.mesh.MeshImperfections;
import org.lightpath.photonic.mesh.MeshLayout;

/** The tables of a mesh run. */
final class MeshTables {
  /** Larger maps are thinned to about this many rows and columns. */
  private static final int MOST = 256;

  private final MeshSpec spec;
  private @Nullable ComplexMatrix shown;

  MeshTables(MeshSpec spec) {
    this.spec = spec;
  }

  /** Keeps the matrix of the first chip of the last case, for its map. */
  void firstChip(int index, ComplexMatrix matrix) {
    if (index == spec.cases().size() - 1) {
      shown = matrix;
    }
  }

  void write(RunFolder folder, List<MeshResult> results, InterferometerMesh design) {
    folder.write(RunFolder.RESULTS, results(results));
    folder.writePlotData("chips", chips(results));
    folder.writePlotData("phases", phases(design));
    if (shown != null) {
      folder.writePlotData("elements", elements(shown));
    }
  }

  private Table results(List<MeshResult> results) {
    TableBuilder table = new TableBuilder();
    table.whole("case", results.stream().mapToLong(MeshResult::index).toArray());
    table.text("layout", results.stream().map(one -> MeshRun.word(one.layout())).toList());
    add(table, "splitterError_rad", results, one -> errors(one).splitterSigma());
    add(table, "phaseError_rad", results, one -> errors(one).phaseSigma());
    add(table, "fidelity", results, one -> one.mean(MeshResult.Chip::fidelity));
    add(table, "fidelityDeviation", results, one -> one.deviation(MeshResult.Chip::fidelity));
    add(table, "fidelityExpected", results, this::expectedFidelity);
    add(
        table,
        "amplitudeError_rel",
        results,
        one -> one.rootMeanSquare(MeshResult.Chip::amplitudeError));
    add(
        table,
        "amplitudeErrorDeviation_rel",
        results,
        one -> one.deviation(MeshResult.Chip::amplitudeError));
    add(table, "amplitudeErrorExpected_rel", results, this::expectedError);
    add(table, "insertionLoss_dB", results, one -> one.mean(MeshResult.Chip::insertionLoss));
    add(table, "clipped", results, one -> one.mean(MeshResult.Chip::clipped));
    return table.build();
  }

  private static void add(
      TableBuilder table,
      String name,
      List<MeshResult> results,
      ToDoubleFunction<MeshResult> value) {
    table.real(name, results.stream().mapToDouble(value).toArray());
  }

  private MeshImperfections errors(MeshResult result) {
    return spec.cases().get(result.index());
  }

  /** e^(−2(N−1)s² − (N−1)σ²): independent errors multiply. */
  private double expectedFidelity(MeshResult result) {
    MeshImperfections e = errors(result);
    double s2 = e.splitterSigma() * e.splitterSigma();
    double p2 = e.phaseSigma() * e.phaseSigma();
    return spec.hasClosedForm(e) ? Math.exp(-(spec.modes() - 1) * (2 * s2 + p2)) : Double.NaN;
  }

  /** √(2(1 − e^(−(N−1)s² − Nσ²/2))). */
  private double expectedError(MeshResult result) {
    MeshImperfections e = errors(result);
    double s2 = e.splitterSigma() * e.splitterSigma();
    double p2 = e.phaseSigma() * e.phaseSigma();
    double exponent = -(spec.modes() - 1) * s2 - spec.modes() * p2 / 2;
    return spec.hasClosedForm(e) ? Math.sqrt(-2 * Math.expm1(exponent)) : Double.NaN;
  }

  private static Table chips(List<MeshResult> results) {
    List<MeshResult> rows = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (MeshResult result : results) {
      for (int chip = 0; chip < result.chips().size(); chip++) {
        rows.add(result);
        numbers.add(chip);
      }
    }
    TableBuilder table = new TableBuilder();
    table.whole("case", rows.stream().mapToLong(MeshResult::index).toArray());
    table.text("layout", rows.stream().map(one -> MeshRun.word(one.layout())).toList());
    table.whole("chip", numbers.stream().mapToLong(i -> i).toArray());
    double[] fidelity = new double[rows.size()];
    double[] error = new double[rows.size()];
    for (int i = 0; i < fidelity.length; i++) {
      MeshResult.Chip chip = rows.get(i).chips().get(numbers.get(i));
      fidelity[i] = chip.fidelity();
      error[i] = chip.amplitudeError();
    }
    return table.real("fidelity", fidelity).real("amplitudeError_rel", error).build();
  }

  /** θ at its column and upper mode, NaN where there is no interferometer. */
  private static Table phases(InterferometerMesh design) {
    MeshLayout layout = design.layout();
    int stepX = Math.max(1, layout.columns() / MOST);
    int stepY = Math.max(1, layout.modes() / MOST);
    List<Double> column = new ArrayList<>();
    List<Double> mode = new ArrayList<>();
    List<Double> theta = new ArrayList<>();
    for (int m = 0; m < layout.modes() - 1; m += stepY) {
      for (int c = 0; c < layout.columns(); c += stepX) {
        column.add((double) c);
        mode.add((double) m);
        theta.add(theta(design, c, m));
      }
    }
    return new TableBuilder()
        .real("column", column)
        .real("mode", mode)
        .real("theta_rad", theta)
        .build();
  }

  private static double theta(InterferometerMesh design, int column, int mode) {
    MeshLayout layout = design.layout();
    int place = mode - layout.firstMode(column);
    boolean present = place >= 0 && place % 2 == 0 && place / 2 < layout.size(column);
    return present ? design.theta(layout.index(column, mode)) : Double.NaN;
  }

  /** |ΔU| of the first chip of the last case. */
  private Table elements(ComplexMatrix realised) {
    ComplexMatrix difference = realised.minus(spec.wanted());
    int step = Math.max(1, spec.modes() / MOST);
    List<Double> input = new ArrayList<>();
    List<Double> output = new ArrayList<>();
    List<Double> error = new ArrayList<>();
    for (int i = 0; i < spec.modes(); i += step) {
      for (int j = 0; j < spec.modes(); j += step) {
        output.add((double) i);
        input.add((double) j);
        error.add(Math.hypot(difference.re(i, j), difference.im(i, j)));
      }
    }
    return new TableBuilder()
        .real("input", input)
        .real("output", output)
        .real("error", error)
        .build();
  }
}
