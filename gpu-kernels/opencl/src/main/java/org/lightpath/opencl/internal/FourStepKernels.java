package org.lightpath.opencl.internal;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.field.Precision;

/** Kernels of {@code columns.cl} and {@code rows.cl} with the factors they share. */
final class FourStepKernels {
  private final Workbench bench;
  private final FourStep split;
  private final String columnSource;
  private final String rowSource;
  private final DeviceBuffer columnRoots;
  private final DeviceBuffer rowRoots;
  private final DeviceBuffer outer;
  private final DeviceBuffer inner;
  private final Kernel columnsForward;
  private final Kernel columnsInverse;
  private final List<Kernel> kernels = new ArrayList<>();

  FourStepKernels(
      Workbench bench, FourStep split, Precision precision, int fieldModes, int tableRows) {
    this.bench = bench;
    this.split = split;
    this.columnSource =
        LineSource.sharing(precision)
            .line(split.columns())
            .define("WIDTH", split.rows().length())
            .define("FACTORS", split.factors())
            .define("FIELD_MODES", fieldModes)
            .file("rotation")
            .file("columns")
            .text();
    this.rowSource =
        rowSource(split.rows(), split.columns().length(), precision, fieldModes, tableRows);
    this.columnRoots = bench.table(Roots.ofLine(split.columns(), precision));
    this.rowRoots = bench.table(Roots.ofLine(split.rows(), precision));
    this.outer = bench.table(Roots.outer(split, precision));
    this.inner = bench.table(Roots.inner(split, precision));
    this.columnsForward = columns("columnsForward");
    this.columnsInverse = columns("columnsInverse");
  }

  /** Source of the row kernels, for {@code height} rows to a mode. */
  static String rowSource(
      LinePlan rows, int height, Precision precision, int fieldModes, int tableRows) {
    return LineSource.sharing(precision)
        .line(rows)
        .define("HEIGHT", height)
        .define("FIELD_MODES", fieldModes)
        .define("ROWS", tableRows)
        .file("rows")
        .text();
  }

  /** A column kernel with roots and factors set (arguments 1 to 3). */
  Kernel columns(String name) {
    Kernel kernel = bench.kernel(columnSource, name, split.columns().group());
    kernels.add(kernel);
    return kernel.set(1, columnRoots).set(2, outer).set(3, inner);
  }

  /** A row kernel with roots set (argument 1). */
  Kernel rows(String name) {
    Kernel kernel = bench.kernel(rowSource, name, split.rows().group());
    kernels.add(kernel);
    return kernel.set(1, rowRoots);
  }

  Kernel columnsForward() {
    return columnsForward;
  }

  Kernel columnsInverse() {
    return columnsInverse;
  }

  /** Bytes of the factors that a launch of a column kernel reads [B]. */
  double factorBytes() {
    return (double) outer.bytes() + inner.bytes();
  }

  int largestGroup() {
    return kernels.stream().mapToInt(Kernel::largestGroup).min().orElseThrow();
  }
}
