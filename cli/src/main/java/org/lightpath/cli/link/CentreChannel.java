package org.lightpath.cli.link;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.datasets.table.Table;
import org.lightpath.fiber.transceiver.ChannelResult;
import org.lightpath.fiber.transceiver.ComplexSamples;
import org.lightpath.fiber.transceiver.EyeDiagram;
import org.lightpath.fiber.transceiver.Transmitter;

/** Constellation and eye of the centre channel, as the report draws them. */
final class CentreChannel {
  private static final String[] POLARISATIONS = {"x", "y"};

  private final LinkSpec spec;
  private final Transmitter transmitter;
  private final List<ChannelResult> cases;

  /**
   * The centre channel.
   *
   * @param cases what was received, one for each case
   */
  CentreChannel(LinkSpec spec, Transmitter transmitter, List<ChannelResult> cases) {
    this.spec = spec;
    this.transmitter = transmitter;
    this.cases = cases;
  }

  Table constellation() {
    List<Long> numbers = new ArrayList<>();
    List<String> polarisations = new ArrayList<>();
    List<List<Double>> columns = List.of(list(), list(), list(), list());
    for (int index = 0; index < cases.size(); index++) {
      ChannelResult channel = cases.get(index);
      for (int p = 0; p < channel.polarisations().size(); p++) {
        ComplexSamples points = channel.polarisations().get(p).constellation();
        ComplexSamples sent =
            transmitter.symbols(spec.launches().get(index).seed(), channel.channel(), p);
        for (int i = 0; i < points.size(); i++) {
          // Points are taken evenly from all symbols, beginning with the first.
          int symbol = (int) ((long) i * sent.size() / points.size());
          numbers.add((long) index);
          polarisations.add(POLARISATIONS[p]);
          columns.get(0).add(points.re(i));
          columns.get(1).add(points.im(i));
          columns.get(2).add(sent.re(symbol));
          columns.get(3).add(sent.im(symbol));
        }
      }
    }
    return new TableBuilder()
        .whole("case", numbers.stream().mapToLong(Long::longValue).toArray())
        .text("polarisation", polarisations)
        .real("inPhase", columns.get(0))
        .real("quadrature", columns.get(1))
        .real("inPhaseSent", columns.get(2))
        .real("quadratureSent", columns.get(3))
        .build();
  }

  private static List<Double> list() {
    return new ArrayList<>();
  }

  Table eye() {
    List<Long> numbers = new ArrayList<>();
    List<Long> traces = new ArrayList<>();
    List<Double> times = list();
    List<Double> amplitudes = list();
    for (int index = 0; index < cases.size(); index++) {
      EyeDiagram eye = cases.get(index).polarisations().getFirst().eye();
      double spacing = 1 / (spec.transmitter().grid().symbolRate() * eye.samplesPerSymbol());
      for (int trace = 0; trace < eye.traces().size(); trace++) {
        ComplexSamples samples = eye.traces().get(trace);
        for (int i = 0; i < samples.size(); i++) {
          numbers.add((long) index);
          traces.add((long) trace);
          times.add((i - eye.samplesPerSymbol()) * spacing);
          amplitudes.add(samples.re(i));
        }
      }
    }
    return new TableBuilder()
        .whole("case", numbers.stream().mapToLong(Long::longValue).toArray())
        .whole("trace", traces.stream().mapToLong(Long::longValue).toArray())
        .real("time_s", times)
        .real("amplitude", amplitudes)
        .build();
  }
}
