package org.lightpath.cli.mesh;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.experiment.Numbers;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.datasets.npy.NpyArray;
import org.lightpath.datasets.npy.NpyFile;
import org.lightpath.photonic.mesh.ComplexMatrix;
import org.lightpath.photonic.mesh.MeshDecomposition;
import org.lightpath.photonic.mesh.MeshImperfections;
import org.lightpath.photonic.mesh.MeshLoss;
import org.lightpath.photonic.mesh.MeshTopology;
import org.lightpath.photonic.mesh.RandomUnitary;
import org.lightpath.photonic.mesh.ThermalCrosstalk;

/** Turns the values of a file into a mesh experiment, and tells what physics forbids. */
final class MeshSetup {
  /** Digits of an error in the name of a case. */
  private static final int NAME_DIGITS = 4;

  private final Values values;
  private final Values mesh;
  private final Values errors;
  private final Path folder;
  private final Problems problems;

  MeshSetup(Values values, Path folder, Problems problems) {
    this.values = values;
    this.mesh = values.get(MeshKeys.MESH);
    this.errors = values.get(MeshKeys.ERRORS);
    this.folder = folder;
    this.problems = problems;
  }

  Optional<MeshSpec> prepare() {
    ComplexMatrix wanted = wanted();
    Optional<ThermalCrosstalk> crosstalk = errors.find(MeshKeys.CROSSTALK).flatMap(this::crosstalk);
    List<double[]> pairs = pairs();
    if (wanted == null || problems.hasErrors()) {
      return Optional.empty();
    }
    List<MeshImperfections> cases = new ArrayList<>();
    for (double[] pair : pairs) {
      cases.add(
          new MeshImperfections(
              pair[0],
              pair[1],
              errors.find(MeshKeys.BITS).map(Math::toIntExact).orElse(0),
              new MeshLoss(
                  decibels(errors.get(MeshKeys.LOSS)), decibels(errors.get(MeshKeys.LOSS_SPREAD))),
              crosstalk));
    }
    MeshKeys.Target target = mesh.get(MeshKeys.TARGET);
    return Optional.of(
        new MeshSpec(wanted, words(target), layouts(), cases, batch(pairs), options(target)));
  }

  private MeshSpec.Options options(MeshKeys.Target target) {
    return new MeshSpec.Options(
        values.get(CommonKeys.PRECISION),
        values.get(CommonKeys.SEED),
        Math.toIntExact(values.get(MeshKeys.CHIPS)),
        values.get(MeshKeys.SELF_CONFIGURE),
        values.get(MeshKeys.METHOD),
        target == MeshKeys.Target.HAAR);
  }

  private List<MeshTopology> layouts() {
    return mesh.get(MeshKeys.LAYOUT).stream()
        .distinct()
        .map(
            layout ->
                switch (layout) {
                  case CLEMENTS -> MeshTopology.CLEMENTS;
                  case RECK -> MeshTopology.RECK;
                })
        .toList();
  }

  private static double decibels(double ratio) {
    return 10 * Math.log10(ratio);
  }

  private Optional<ThermalCrosstalk> crosstalk(Values keys) {
    double pitch = keys.get(MeshKeys.MODE_PITCH);
    double spacing = keys.get(MeshKeys.ARM_SPACING);
    if (spacing > pitch) {
      problems.error(
          keys.place(MeshKeys.ARM_SPACING),
          "errors.crosstalk.armSpacing is %.4g m, more than modePitch, %.4g m"
              .formatted(spacing, pitch),
          "the arms of an interferometer lie between its two waveguides");
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ThermalCrosstalk(
              keys.get(MeshKeys.COLUMN_PITCH), pitch, spacing, keys.get(MeshKeys.CUTOFF)));
    } catch (IllegalArgumentException e) {
      problems.error(keys.place(), "errors.crosstalk: " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  /** Splitter and phase error of each case. */
  private List<double[]> pairs() {
    List<Double> splitter = errors.get(MeshKeys.SPLITTER);
    List<Double> phase = errors.get(MeshKeys.PHASE);
    List<double[]> pairs = new ArrayList<>();
    if (grid()) {
      phase.forEach(p -> splitter.forEach(s -> pairs.add(new double[] {s, p})));
      return pairs;
    }
    if (splitter.size() > 1 && phase.size() > 1 && splitter.size() != phase.size()) {
      problems.error(
          errors.place(MeshKeys.PHASE),
          "%d values of errors.phase, but %d of errors.splitter"
              .formatted(phase.size(), splitter.size()),
          "make the lists equally long, or set errors.combine to grid");
    }
    for (int i = 0; i < Math.max(splitter.size(), phase.size()); i++) {
      pairs.add(
          new double[] {
            splitter.get(Math.min(i, splitter.size() - 1)), phase.get(Math.min(i, phase.size() - 1))
          });
    }
    return pairs;
  }

  private boolean grid() {
    return errors.get(MeshKeys.COMBINE) == MeshKeys.Combine.GRID;
  }

  private Optional<Outcome.Batch> batch(List<double[]> pairs) {
    if (pairs.size() < 2) {
      return Optional.empty();
    }
    boolean splitter = errors.get(MeshKeys.SPLITTER).size() > 1;
    boolean both = splitter && errors.get(MeshKeys.PHASE).size() > 1;
    List<Double> values = pairs.stream().map(pair -> pair[splitter ? 0 : 1]).toList();
    return Optional.of(
        both
            ? new Outcome.Batch(
                "pair of errors", "", values, pairs.stream().map(MeshSetup::name).toList())
            : new Outcome.Batch(splitter ? "splitter error" : "phase error", "rad", values));
  }

  /** Both errors by the symbols of the closed forms. */
  private static String name(double[] pair) {
    return "s %s rad, σ %s rad".formatted(rounded(pair[0]), rounded(pair[1]));
  }

  private static String rounded(double value) {
    return Numbers.text(new BigDecimal(value).round(new MathContext(NAME_DIGITS)).doubleValue());
  }

  private String words(MeshKeys.Target target) {
    return switch (target) {
      case HAAR -> "Haar-random, seed " + values.get(CommonKeys.SEED);
      case FOURIER -> "discrete Fourier transform, unitary";
      case FILE -> mesh.find(MeshKeys.FILE).orElse("");
    };
  }

  private @Nullable ComplexMatrix wanted() {
    int n = Math.toIntExact(mesh.get(MeshKeys.MODES));
    return switch (mesh.get(MeshKeys.TARGET)) {
      case HAAR -> RandomUnitary.haar(n, values.get(CommonKeys.SEED));
      case FOURIER -> fourier(n);
      case FILE -> fromFile(n);
    };
  }

  private static ComplexMatrix fourier(int n) {
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double angle = -2 * Math.PI * ((long) i * j % n) / n;
        re[i * n + j] = Math.cos(angle) / Math.sqrt(n);
        im[i * n + j] = Math.sin(angle) / Math.sqrt(n);
      }
    }
    return ComplexMatrix.of(n, n, re, im);
  }

  private @Nullable ComplexMatrix fromFile(int n) {
    Optional<String> name = mesh.find(MeshKeys.FILE);
    if (name.isEmpty()) {
      problems.error(
          mesh.place(MeshKeys.TARGET), "mesh.target is file, but mesh.file is missing", "");
      return null;
    }
    try {
      ComplexMatrix matrix = read(folder.resolve(name.get()), n);
      // Refuses what is not unitary, with the deviation it finds.
      MeshDecomposition.clements(matrix);
      return matrix;
    } catch (IOException | IllegalArgumentException e) {
      problems.error(mesh.place(MeshKeys.FILE), "mesh.file: " + e.getMessage(), "");
      return null;
    }
  }

  private static ComplexMatrix read(Path file, int n) throws IOException {
    NpyArray array = NpyFile.read(file);
    if (!Arrays.equals(array.shape(), new int[] {n, n})) {
      throw new IOException(
          "%s has the shape %s, expected [%d, %d] as mesh.modes says"
              .formatted(file, Arrays.toString(array.shape()), n, n));
    }
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    int stride = array.complex() ? 2 : 1;
    for (int i = 0; i < n * n; i++) {
      re[i] = array.values()[stride * i];
      im[i] = array.complex() ? array.values()[stride * i + 1] : 0;
    }
    ComplexMatrix matrix = ComplexMatrix.of(n, n, re, im);
    if (!matrix.isFinite()) {
      throw new IOException(file + " holds values that are not finite numbers");
    }
    return matrix;
  }
}
