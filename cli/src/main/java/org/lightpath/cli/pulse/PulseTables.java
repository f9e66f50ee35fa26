package org.lightpath.cli.pulse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.lightpath.cli.kind.FieldTables;
import org.lightpath.cli.kind.StepTable;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.datasets.table.Table;
import org.lightpath.fiber.pulse.PulseMeasurement;
import org.lightpath.fiber.pulse.PulseResult;

/** The tables of a pulse run. */
final class PulseTables {
  private final PulseSpec spec;
  private final PulseResult result;
  private final References references;
  private final int cases;
  private final int positions;

  PulseTables(PulseSpec spec, PulseResult result) {
    this.spec = spec;
    this.result = result;
    this.references = new References(spec, result);
    this.cases = spec.cases().size();
    this.positions = result.positions().size();
  }

  void write(RunFolder folder) {
    folder.write(RunFolder.RESULTS, results());
    PulseCurves curves = new PulseCurves(spec, result);
    folder.writePlotData("pulse", curves.pulses());
    folder.writePlotData("pulseSpectrum", curves.spectra());
    PulseMaps maps = new PulseMaps(spec, result);
    folder.writePlotData("timeMap", maps.time());
    folder.writePlotData("spectrumMap", maps.spectrum());
    if (!result.stepPlans().isEmpty()) {
      folder.writePlotData("steps", StepTable.of(result.stepPlans()));
    }
    if (references.declared()) {
      folder.writePlotData("comparison", references.comparison());
    }
    if (spec.options().kept() != PulseKeys.KeptFields.NONE) {
      folder.write(RunFolder.FIELDS, fields());
    }
  }

  private Table results() {
    TableBuilder table = new TableBuilder();
    table.whole("case", IntStream.range(0, rows()).mapToLong(row -> row / positions).toArray());
    add(table, "z_m", PulseMeasurement::position);
    add(table, "peakPower_W", PulseMeasurement::peakPower);
    add(table, "fwhm_s", PulseMeasurement::fwhm);
    add(table, "energy_J", PulseMeasurement::energy);
    add(table, "energyError_rel", PulseMeasurement::energyError);
    add(table, "photonNumberError_rel", PulseMeasurement::photonNumberError);
    add(table, "spectralPeak_Hz", PulseMeasurement::spectralPeak);
    add(table, "timeOfPeak_s", PulseMeasurement::timeOfPeak);
    add(table, "band20dBLow_m", PulseMeasurement::band20dBLow);
    add(table, "band20dBHigh_m", PulseMeasurement::band20dBHigh);
    add(table, "rmsWidth_s", PulseMeasurement::rmsDuration);
    add(table, "rmsBandwidth_Hz", PulseMeasurement::rmsBandwidth);
    add(table, "edgePower_rel", PulseMeasurement::edgePower);
    add(table, "edgeSpectrum_rel", PulseMeasurement::edgeSpectrum);
    addReference(table);
    return table.build();
  }

  private int rows() {
    return cases * positions;
  }

  private void add(TableBuilder table, String name, ToDoubleFunction<PulseMeasurement> value) {
    table.real(
        name,
        IntStream.range(0, rows())
            .mapToDouble(
                row ->
                    value.applyAsDouble(
                        result.measurements().get(row % positions).get(row / positions)))
            .toArray());
  }

  private void addReference(TableBuilder table) {
    if (references.declared()) {
      add(table, "referenceError_rel", one -> one.referenceError().orElse(Double.NaN));
      references.addTo(table);
    }
  }

  private Table fields() {
    List<Double> kept = new ArrayList<>();
    List<ComplexField> fields = new ArrayList<>();
    for (int i = 0; i < positions; i++) {
      boolean end = i == 0 || i == positions - 1;
      if (end || spec.options().kept() == PulseKeys.KeptFields.ALL) {
        kept.add(result.positions().get(i));
        fields.add(result.fields().get(i));
      }
    }
    boolean single = spec.options().precision() == Precision.SINGLE;
    return new FieldTables(spec.grid(), spec.carrier(), single).of(kept, fields);
  }
}
