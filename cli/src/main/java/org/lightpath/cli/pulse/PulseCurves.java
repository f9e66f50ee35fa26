package org.lightpath.cli.pulse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.core.field.ComplexField;
import org.lightpath.datasets.table.Table;
import org.lightpath.fiber.exact.ClosedForm;
import org.lightpath.fiber.exact.ExactEnvelope;
import org.lightpath.fiber.pulse.PowerSpectrum;
import org.lightpath.fiber.pulse.PulseResult;

/** Pulses and spectra at both ends, as the report draws them. */
final class PulseCurves {
  private static final int POINTS = 4000;
  private static final double TIME_LEVEL = 1e-7;
  private static final double SPECTRUM_LEVEL = 1e-9;

  private final PulseSpec spec;
  private final PulseResult result;

  PulseCurves(PulseSpec spec, PulseResult result) {
    this.spec = spec;
    this.result = result;
  }

  Table pulses() {
    List<double[]> inputs = new ArrayList<>();
    List<double[]> outputs = new ArrayList<>();
    List<double[]> references = new ArrayList<>();
    for (int field = 0; field < spec.cases().size(); field++) {
      inputs.add(power(result.fields().getFirst(), field));
      outputs.add(power(result.fields().getLast(), field));
      reference(field).ifPresent(references::add);
    }
    Extract extract = Extract.of(envelope(inputs, outputs), TIME_LEVEL, POINTS);
    TableBuilder table = new TableBuilder();
    Rows rows = new Rows(extract, inputs.size());
    table.whole("case", rows.cases());
    table.real("time_s", rows.abscissa(spec.grid().time(0), spec.grid().spacing()));
    table.real("input_W", rows.values(inputs));
    table.real("output_W", rows.values(outputs));
    if (references.size() == inputs.size()) {
      table.real("reference_W", rows.values(references));
    }
    return table.build();
  }

  Table spectra() {
    List<double[]> inputs = new ArrayList<>();
    List<double[]> outputs = new ArrayList<>();
    for (int field = 0; field < spec.cases().size(); field++) {
      inputs.add(energyDensity(result.fields().getFirst(), field));
      outputs.add(energyDensity(result.fields().getLast(), field));
    }
    Extract extract =
        Extract.of(envelope(inputs, outputs), spec.spectrumLevel(SPECTRUM_LEVEL), POINTS);
    Rows rows = new Rows(extract, inputs.size());
    int n = spec.grid().samples();
    return new TableBuilder()
        .whole("case", rows.cases())
        .real(
            "frequencyOffset_Hz",
            rows.abscissa(-(n / 2) / spec.grid().window(), 1 / spec.grid().window()))
        .real("input_JPerHz", rows.values(inputs))
        .real("output_JPerHz", rows.values(outputs))
        .build();
  }

  /** Points of one extract for all cases, one after the other. */
  private record Rows(Extract extract, int count) {
    long[] cases() {
      long[] cases = new long[extract.points() * count];
      for (int row = 0; row < cases.length; row++) {
        cases[row] = row / extract.points();
      }
      return cases;
    }

    double[] abscissa(double first, double spacing) {
      double[] values = new double[extract.points() * count];
      for (int row = 0; row < values.length; row++) {
        values[row] = first + spacing * extract.middle(row % extract.points());
      }
      return values;
    }

    double[] values(List<double[]> curves) {
      double[] values = new double[extract.points() * count];
      for (int row = 0; row < values.length; row++) {
        values[row] = extract.largest(curves.get(row / extract.points()), row % extract.points());
      }
      return values;
    }
  }

  /** Instantaneous power of one field, over its polarisations [W]. */
  static double[] power(ComplexField field, int index) {
    double[] power = new double[field.shape().samples()];
    for (int mode = 0; mode < field.shape().modes(); mode++) {
      for (int n = 0; n < power.length; n++) {
        power[n] += field.power(index, mode, n);
      }
    }
    return power;
  }

  /** Energy density [J/Hz] of one field, in ascending frequency. */
  double[] energyDensity(ComplexField field, int index) {
    PowerSpectrum spectrum = PowerSpectrum.of(field, index, spec.grid());
    double[] density = new double[spectrum.bins()];
    for (int k = 0; k < density.length; k++) {
      density[k] = spectrum.density(k) * spec.grid().window();
    }
    return density;
  }

  private Optional<double[]> reference(int field) {
    Optional<ClosedForm> form = spec.cases().get(field).reference();
    if (form.isEmpty() || !(form.get() instanceof ExactEnvelope exact)) {
      return Optional.empty();
    }
    return Optional.of(new ExactPulse(exact, spec.grid(), result.positions().getLast()).power());
  }

  /** Largest value of each sample over all curves, each scaled to a peak of 1. */
  private static double[] envelope(List<double[]> some, List<double[]> others) {
    double[] envelope = new double[some.getFirst().length];
    for (List<double[]> curves : List.of(some, others)) {
      for (double[] curve : curves) {
        double peak = 0;
        for (double value : curve) {
          peak = Math.max(peak, value);
        }
        for (int n = 0; n < envelope.length; n++) {
          envelope[n] = Math.max(envelope[n], curve[n] / peak);
        }
      }
    }
    return envelope;
  }
}
