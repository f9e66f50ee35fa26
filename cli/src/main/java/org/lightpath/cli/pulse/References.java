package org.lightpath.cli.pulse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.core.field.ComplexField;
import org.lightpath.datasets.table.Table;
import org.lightpath.fiber.exact.ClosedForm;
import org.lightpath.fiber.exact.DispersedGaussian;
import org.lightpath.fiber.exact.ExactEnvelope;
import org.lightpath.fiber.exact.FundamentalSoliton;
import org.lightpath.fiber.exact.ModulationInstability;
import org.lightpath.fiber.exact.SecondOrderSoliton;
import org.lightpath.fiber.exact.SelfPhaseModulation;
import org.lightpath.fiber.pulse.PulseMeasurement;
import org.lightpath.fiber.pulse.PulseResult;

/** What the declared closed forms say, beside what was computed. */
final class References {
  private static final String AGRAWAL = "Agrawal, Nonlinear Fiber Optics, section ";

  private final PulseSpec spec;
  private final PulseResult result;

  References(PulseSpec spec, PulseResult result) {
    this.spec = spec;
    this.result = result;
  }

  /** Whether the experiment declares a closed form. */
  boolean declared() {
    return spec.cases().getFirst().reference().isPresent();
  }

  /** The closed form of a case where it is that of a sideband. */
  private Optional<ModulationInstability> sideband(int field) {
    return spec.cases()
        .get(field)
        .reference()
        .filter(ModulationInstability.class::isInstance)
        .map(ModulationInstability.class::cast);
  }

  private Optional<ExactEnvelope> envelope(int field) {
    return spec.cases()
        .get(field)
        .reference()
        .filter(ExactEnvelope.class::isInstance)
        .map(ExactEnvelope.class::cast);
  }

  /** Adds the columns of {@code results.arrow} that come from closed forms: cases, then z. */
  void addTo(TableBuilder table) {
    if (sideband(0).isPresent()) {
      table.real("sidebandPower_W", each((field, at) -> sidebandPower(field, at)));
      table.real(
          "referenceSidebandPower_W",
          each((field, at) -> expectedSideband(sideband(field).orElseThrow(), at)));
    }
    if (envelope(0).isPresent()) {
      List<ExactPulse> exact = new ArrayList<>();
      for (int field = 0; field < spec.cases().size(); field++) {
        for (double z : result.positions()) {
          exact.add(new ExactPulse(envelope(field).orElseThrow(), spec.grid(), z));
        }
      }
      table.real("referencePeakPower_W", exact.stream().map(ExactPulse::peakPower).toList());
      table.real("referenceFwhm_s", exact.stream().map(ExactPulse::fwhm).toList());
    }
  }

  private double[] each(ToDoubleBiFunction<Integer, Integer> value) {
    int positions = result.positions().size();
    return IntStream.range(0, spec.cases().size() * positions)
        .mapToDouble(row -> value.applyAsDouble(row / positions, row % positions))
        .toArray();
  }

  private double sidebandPower(int field, int position) {
    ComplexField light = result.fields().get(position);
    return sideband(field).orElseThrow().sidebandPower(light, field, spec.grid());
  }

  private double expectedSideband(ModulationInstability form, int position) {
    return form.seedPower() * form.gain(result.positions().get(position));
  }

  /** Metrics at the last position: power and gain of a seeded sideband; else none. */
  Map<String, Double> metrics(int field) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    sideband(field)
        .ifPresent(
            form -> {
              double power = sidebandPower(field, result.positions().size() - 1);
              metrics.put("sidebandPower_W", power);
              metrics.put("sidebandGain", power / form.seedPower());
              metrics.put("referenceSidebandGain", form.gain(result.positions().getLast()));
            });
    return metrics;
  }

  /** The table {@code comparison}: at the last position of every case. */
  Table comparison() {
    Rows rows = new Rows();
    for (int field = 0; field < spec.cases().size(); field++) {
      int index = field;
      rows.begin(field, spec.cases().get(field).reference().map(References::source).orElse(""));
      envelope(field).ifPresent(form -> compare(rows, form, result.last(index)));
      sideband(field).ifPresent(form -> compare(rows, form, index));
    }
    return rows.table();
  }

  private void compare(Rows rows, ExactEnvelope form, PulseMeasurement last) {
    ExactPulse exact = new ExactPulse(form, spec.grid(), result.positions().getLast());
    rows.add("peak power", "W", last.peakPower(), exact.peakPower());
    if (Double.isFinite(exact.fwhm())) {
      rows.add("pulse width (FWHM)", "s", last.fwhm(), exact.fwhm());
    }
    last.referenceError().ifPresent(error -> rows.error("complex field, L2 distance", error));
  }

  private void compare(Rows rows, ModulationInstability form, int field) {
    double gain = form.gain(result.positions().getLast());
    ModulationInstability mirror =
        new ModulationInstability(
            form.power(),
            form.pumpDetuning(),
            form.seedPower(),
            -form.detuning(),
            form.nonlinearity(),
            form.beta2());
    ComplexField light = result.fields().getLast();
    double seeded = form.sidebandPower(light, field, spec.grid());
    double opposite = mirror.sidebandPower(light, field, spec.grid());
    rows.add("sideband gain", "", seeded / form.seedPower(), gain);
    rows.add("sideband power", "W", seeded, form.seedPower() * gain);
    rows.add("opposite sideband power", "W", opposite, form.seedPower() * (gain - 1));
  }

  private static String source(ClosedForm form) {
    return switch (form) {
      case DispersedGaussian _ -> AGRAWAL + "3.2";
      case SelfPhaseModulation _ -> AGRAWAL + "4.1";
      case ModulationInstability _ -> AGRAWAL + "5.1";
      case FundamentalSoliton _ -> AGRAWAL + "5.2";
      case SecondOrderSoliton _ -> "Satsuma and Yajima 1974";
      default -> "";
    };
  }

  /** Rows of the table, under the case and source begun last. */
  private static final class Rows {
    private final List<Long> cases = new ArrayList<>();
    private final List<String> quantities = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<List<Double>> numbers =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private long index;
    private String source = "";

    void begin(int newIndex, String newSource) {
      index = newIndex;
      source = newSource;
    }

    void add(String quantity, String unit, double simulated, double expected) {
      row(quantity, unit, simulated, expected, simulated / expected - 1);
    }

    void error(String quantity, double error) {
      row(quantity, "", Double.NaN, Double.NaN, error);
    }

    private void row(
        String quantity, String unit, double simulated, double expected, double error) {
      cases.add(index);
      quantities.add(quantity);
      units.add(unit);
      sources.add(source);
      numbers.get(0).add(simulated);
      numbers.get(1).add(expected);
      numbers.get(2).add(error);
    }

    Table table() {
      double[] none = quantities.stream().mapToDouble(_ -> Double.NaN).toArray();
      return new TableBuilder()
          .whole("case", cases.stream().mapToLong(Long::longValue).toArray())
          .text("quantity", quantities)
          .text("unit", units)
          .real("simulated", numbers.get(0))
          .real("expected", numbers.get(1))
          .real("error_rel", numbers.get(2))
          .real("tolerance_rel", none)
          .text("source", sources)
          .build();
    }
  }
}
