package org.lightpath.cli.pulse;

import java.util.List;
import java.util.stream.IntStream;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.core.field.ComplexField;
import org.lightpath.datasets.table.Table;
import org.lightpath.fiber.pulse.PulseResult;

/** Power over time and z, and spectrum over frequency and z, of the first case. */
final class PulseMaps {
  private static final int POINTS = 600;
  private static final int POSITIONS = 300;
  private static final double LEVEL = 1e-4;

  private final PulseSpec spec;
  private final PulseResult result;
  private final int[] positions;

  PulseMaps(PulseSpec spec, PulseResult result) {
    this.spec = spec;
    this.result = result;
    int all = result.positions().size();
    int stride = Math.ceilDiv(all, POSITIONS);
    this.positions = IntStream.range(0, all).filter(i -> i % stride == 0).toArray();
  }

  Table time() {
    List<double[]> rows = rows(field -> PulseCurves.power(field, 0));
    return table(
        extract(rows, LEVEL),
        rows,
        new Axis("time_s", spec.grid().time(0), spec.grid().spacing()),
        "power_W");
  }

  Table spectrum() {
    PulseCurves curves = new PulseCurves(spec, result);
    List<double[]> rows = rows(field -> curves.energyDensity(field, 0));
    double spacing = 1 / spec.grid().window();
    return table(
        extract(rows, spec.spectrumLevel(LEVEL)),
        rows,
        new Axis("frequencyOffset_Hz", -(spec.grid().samples() / 2) * spacing, spacing),
        "energyDensity_JPerHz");
  }

  /** Name, first value and spacing of the abscissa. */
  private record Axis(String name, double first, double spacing) {}

  private interface Curve {
    double[] of(ComplexField field);
  }

  private List<double[]> rows(Curve curve) {
    return IntStream.of(positions).mapToObj(i -> curve.of(result.fields().get(i))).toList();
  }

  /** The columns where any row reaches {@code level} times the largest value of all. */
  private static Extract extract(List<double[]> rows, double level) {
    double[] envelope = new double[rows.getFirst().length];
    for (double[] row : rows) {
      for (int n = 0; n < row.length; n++) {
        envelope[n] = Math.max(envelope[n], row[n]);
      }
    }
    return Extract.of(envelope, level, POINTS);
  }

  private Table table(Extract extract, List<double[]> rows, Axis axis, String name) {
    int width = extract.points();
    double[] z = new double[rows.size() * width];
    double[] abscissa = new double[z.length];
    double[] values = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = result.positions().get(positions[i / width]);
      abscissa[i] = axis.first() + axis.spacing() * extract.middle(i % width);
      values[i] = extract.largest(rows.get(i / width), i % width);
    }
    return new TableBuilder().real("z_m", z).real(axis.name(), abscissa).real(name, values).build();
  }
}
