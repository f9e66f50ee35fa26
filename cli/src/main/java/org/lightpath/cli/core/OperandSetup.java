package org.lightpath.cli.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.datasets.npy.NpyArray;
import org.lightpath.datasets.npy.NpyFile;
import org.lightpath.photonic.core.OperandRange;
import org.lightpath.photonic.core.OperandStatistics;

/** Makes or reads the operands, and their scales. */
final class OperandSetup {
  private final Values values;
  private final Values keys;
  private final Path folder;
  private final Problems problems;
  private final MatmulShape shape;

  OperandSetup(Values values, Path folder, Problems problems) {
    this.values = values;
    this.keys = values.get(CoreKeys.OPERANDS);
    this.folder = folder;
    this.problems = problems;
    Values product = values.get(CoreKeys.PRODUCT);
    this.shape =
        MatmulShape.of(
            1,
            Math.toIntExact(product.get(CoreKeys.ROWS)),
            Math.toIntExact(product.get(CoreKeys.COLUMNS)),
            Math.toIntExact(product.get(CoreKeys.INNER)));
  }

  Optional<Operands> operands() {
    long seed = values.get(CommonKeys.SEED);
    Precision precision = values.get(CommonKeys.PRECISION);
    return switch (keys.get(CoreKeys.DISTRIBUTION)) {
      case UNIFORM ->
          Optional.of(
              new Operands(
                  shape,
                  precision,
                  Operands.uniform(shape.left(), seed, 0),
                  Operands.uniform(shape.right(), seed, 1),
                  "uniform over [−1, 1]"));
      case NORMAL ->
          Optional.of(
              new Operands(
                  shape,
                  precision,
                  Operands.normal(shape.left(), seed, 0),
                  Operands.normal(shape.right(), seed, 1),
                  "standard normal, scaled to their full scale"));
      case FILE -> files(precision);
    };
  }

  private Optional<Operands> files(Precision precision) {
    double[] left = file(CoreKeys.LEFT, shape.left());
    double[] right = file(CoreKeys.RIGHT, shape.right());
    return left == null || right == null
        ? Optional.empty()
        : Optional.of(
            new Operands(
                shape,
                precision,
                left,
                right,
                "%s times %s"
                    .formatted(
                        keys.find(CoreKeys.LEFT).orElse(""),
                        keys.find(CoreKeys.RIGHT).orElse(""))));
  }

  private double @Nullable [] file(Key<String> key, MatrixShape wanted) {
    Optional<String> name = keys.find(key);
    if (name.isEmpty()) {
      problems.error(
          keys.place(CoreKeys.DISTRIBUTION),
          "operands.distribution is file, but operands.%s is missing".formatted(key.name()),
          "");
      return null;
    }
    try {
      return read(folder.resolve(name.get()), wanted);
    } catch (IOException e) {
      problems.error(keys.place(key), "operands.%s: %s".formatted(key.name(), e.getMessage()), "");
      return null;
    }
  }

  private static double[] read(Path file, MatrixShape wanted) throws IOException {
    NpyArray array = NpyFile.read(file);
    int[] expected = {wanted.rows(), wanted.columns()};
    if (array.complex() || !Arrays.equals(array.shape(), expected)) {
      throw new IOException(
          "%s holds %s numbers of shape %s, expected real ones of shape %s as product says"
              .formatted(
                  file,
                  array.complex() ? "complex" : "real",
                  Arrays.toString(array.shape()),
                  Arrays.toString(expected)));
    }
    for (int i = 0; i < array.values().length; i++) {
      if (!Double.isFinite(array.values()[i])) {
        throw new IOException(
            "%s: number %d is %s, expected finite numbers".formatted(file, i, array.values()[i]));
      }
    }
    if (Arrays.stream(array.values()).allMatch(value -> value == 0)) {
      throw new IOException(
          "%s holds zeros only, expected numbers that make a product to compare with"
              .formatted(file));
    }
    return array.values();
  }

  /** Scales and statistics: those given, else the largest values. */
  Optional<OperandRange> range(Operands operands) {
    if (keys.get(CoreKeys.DISTRIBUTION) == CoreKeys.Distribution.UNIFORM) {
      return Optional.of(OperandRange.UNIT);
    }
    try (RealMatrix left = operands.leftMatrix();
        RealMatrix right = operands.rightMatrix()) {
      double leftScale = keys.find(CoreKeys.LEFT_SCALE).orElseGet(left::largest);
      double rightScale = keys.find(CoreKeys.RIGHT_SCALE).orElseGet(right::largest);
      return Optional.of(
          new OperandRange(
              leftScale, rightScale, OperandStatistics.of(left, leftScale, right, rightScale)));
    } catch (IllegalArgumentException e) {
      problems.error(keys.place(), "operands: " + e.getMessage(), "");
      return Optional.empty();
    }
  }
}
