package org.lightpath.cli.link;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.core.field.ComplexField;
import org.lightpath.datasets.table.Table;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.LinkElement;
import org.lightpath.fiber.link.LinkResult;
import org.lightpath.fiber.link.LumpedLoss;
import org.lightpath.fiber.link.OpticalFilter;
import org.lightpath.fiber.link.PowerPoint;
import org.lightpath.fiber.link.Span;
import org.lightpath.fiber.pulse.PowerSpectrum;

/** Spectra at both ends and power along the link, as the report draws them. */
final class LinkCurves {
  private static final int SPECTRUM_POINTS = 4000;

  /** Points along one fibre: an exponential needs no more. */
  private static final int POINTS_PER_FIBRE = 16;

  private final LinkSpec spec;
  private final LinkResult result;

  LinkCurves(LinkSpec spec, LinkResult result) {
    this.spec = spec;
    this.result = result;
  }

  /** Spectral densities, averaged over equal numbers of bins. */
  Table spectrum(ComplexField launch) {
    List<Double> cases = new ArrayList<>();
    List<Double> frequencies = new ArrayList<>();
    List<Double> sent = new ArrayList<>();
    List<Double> received = new ArrayList<>();
    for (int index = 0; index < spec.launches().size(); index++) {
      PowerSpectrum in = PowerSpectrum.of(launch, index, spec.transmitter().timeGrid());
      PowerSpectrum out =
          PowerSpectrum.of(result.state().field(), index, spec.transmitter().timeGrid());
      int bin = Math.ceilDiv(in.bins(), SPECTRUM_POINTS);
      for (int begin = 0; begin < in.bins(); begin += bin) {
        int end = Math.min(in.bins(), begin + bin);
        cases.add((double) index);
        frequencies.add((in.frequency(begin) + in.frequency(end - 1)) / 2);
        sent.add(mean(in, begin, end));
        received.add(mean(out, begin, end));
      }
    }
    return new TableBuilder()
        .whole("case", cases.stream().mapToLong(Double::longValue).toArray())
        .real("frequencyOffset_Hz", frequencies)
        .real("launch_WPerHz", sent)
        .real("received_WPerHz", received)
        .build();
  }

  private static double mean(PowerSpectrum spectrum, int begin, int end) {
    double sum = 0;
    for (int k = begin; k < end; k++) {
      sum += spectrum.density(k);
    }
    return sum / (end - begin);
  }

  /** Power and nonlinear phase of the mean power, between the measured ends of the spans. */
  Table power() {
    Trace trace = new Trace();
    for (int index = 0; index < spec.launches().size(); index++) {
      trace.begin(index);
      List<Span> spans = spec.link().spans();
      for (int s = 0; s < spans.size(); s++) {
        trace.power = measured(s, index);
        for (LinkElement element : spans.get(s).elements()) {
          trace.pass(element, spec.model().factor());
        }
      }
      trace.power = measured(spans.size(), index);
      trace.add();
    }
    return trace.table();
  }

  /** Power [W] before a span. */
  private double measured(int span, int index) {
    PowerPoint point = result.state().powers().get(span);
    return Optics.fromDbm(point.levels().get(index));
  }

  /** Walks along the link and notes what it sees. */
  private static final class Trace {
    private final List<Double> cases = new ArrayList<>();
    private final List<Double> positions = new ArrayList<>();
    private final List<Double> powers = new ArrayList<>();
    private final List<Double> phases = new ArrayList<>();
    private int index;
    private double z;
    private double power;
    private double phase;

    void begin(int newIndex) {
      index = newIndex;
      z = 0;
      phase = 0;
    }

    void add() {
      cases.add((double) index);
      positions.add(z);
      powers.add(power);
      phases.add(phase);
    }

    void pass(LinkElement element, double factor) {
      add();
      switch (element) {
        case FiberSection section -> cross(section, factor);
        case Amplifier amplifier -> power *= amplifier.gain();
        case LumpedLoss loss -> power *= loss.transmission();
        case OpticalFilter _ -> add();
      }
      add();
    }

    private void cross(FiberSection section, double factor) {
      Fiber fiber = section.fiber();
      double begin = z;
      double launched = power;
      double phaseBefore = phase;
      for (int i = 1; i <= POINTS_PER_FIBRE; i++) {
        double length = section.length() * i / POINTS_PER_FIBRE;
        z = begin + length;
        power = launched * Math.exp(-fiber.attenuation() * length);
        phase = phaseBefore + fiber.gamma() * factor * launched * fiber.effectiveLength(length);
        add();
      }
    }

    Table table() {
      return new TableBuilder()
          .whole("case", cases.stream().mapToLong(Double::longValue).toArray())
          .real("z_m", positions)
          .real("power_W", powers)
          .real("nonlinearPhase_rad", phases)
          .build();
    }
  }
}
