package org.lightpath.cli.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lightpath.cli.experiment.Numbers;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.datasets.table.Column;
import org.lightpath.datasets.table.Table;
import org.lightpath.fiber.TimeGrid;

/** Complex fields as a table: one row for each position, field of the batch and polarisation. */
public final class FieldTables {
  private final TimeGrid grid;
  private final double carrier;
  private final boolean single;

  /**
   * A maker of tables.
   *
   * @param grid times of the samples
   * @param carrier optical frequency [Hz]
   * @param single whether the samples are stored in single precision
   */
  public FieldTables(TimeGrid grid, double carrier, boolean single) {
    this.grid = grid;
    this.carrier = carrier;
    this.single = single;
  }

  /** The table of equally shaped fields at some positions [m]. */
  public Table of(List<Double> positions, List<ComplexField> fields) {
    FieldShape shape = fields.getFirst().shape();
    int rowsPerField = shape.batch() * shape.modes();
    int rows = positions.size() * rowsPerField;
    double[] z = new double[rows];
    long[] cases = new long[rows];
    long[] modes = new long[rows];
    for (int row = 0; row < rows; row++) {
      z[row] = positions.get(row / rowsPerField);
      cases[row] = row % rowsPerField / shape.modes();
      modes[row] = row % shape.modes();
    }
    List<Column> columns = new ArrayList<>();
    columns.add(new Column.Real("z_m", "m", z));
    columns.add(new Column.Whole("case", "", cases));
    columns.add(new Column.Whole("mode", "", modes));
    columns.add(samples("re", 0, fields));
    columns.add(samples("im", 1, fields));
    return new Table(
        columns,
        Map.of(
            "samples", Integer.toString(grid.samples()),
            "timeSpacing_s", Numbers.text(grid.spacing()),
            "firstTime_s", Numbers.text(grid.time(0)),
            "carrierFrequency_Hz", Numbers.text(carrier)));
  }

  /** All real or all imaginary parts: fields in order, each laid out (batch, mode, time). */
  private Column samples(String name, int part, List<ComplexField> fields) {
    int elements = Math.toIntExact(fields.getFirst().shape().elements());
    int count = Math.multiplyExact(elements, fields.size());
    int width = grid.samples();
    if (single) {
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = (float) fields.get(i / elements).real(2L * (i % elements) + part);
      }
      return new Column.SingleSeries(name, "√W", width, values);
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = fields.get(i / elements).real(2L * (i % elements) + part);
    }
    return new Column.Series(name, "√W", width, values);
  }
}
