package org.lightpath.cli.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.gn.AsinhGnModel;
import org.lightpath.fiber.gn.GnChannel;
import org.lightpath.fiber.gn.GnLink;
import org.lightpath.fiber.gn.GnPolarisation;
import org.lightpath.fiber.gn.GnResult;
import org.lightpath.fiber.gn.GnSpan;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.LinkElement;
import org.lightpath.fiber.link.Span;
import org.lightpath.fiber.transceiver.Launch;
import org.lightpath.fiber.transceiver.Polarisations;
import org.lightpath.fiber.transceiver.Transmitter;
import org.lightpath.fiber.transceiver.TransmitterSpec;
import org.lightpath.fiber.transceiver.WdmGrid;

/** What the closed-form GN model says of a link, where it holds. */
final class GnLine {
  /** Least transmission of an open filter: 0.1 dB, less than the model's own error. */
  private static final double OPEN = 0.977;

  private final LinkSpec spec;
  private final Transmitter transmitter;

  GnLine(LinkSpec spec, Transmitter transmitter) {
    this.spec = spec;
    this.transmitter = transmitter;
  }

  /**
   * SNR [dB] of each channel; NaN where the model does not hold: dispersion compensated in the
   * line, fibre without loss or dispersion, light in one of two polarisations, a receiver that
   * takes nonlinearity back, filters that cut into the channels.
   */
  double[] snrDecibels(Launch launch) {
    double[] snr = new double[spec.transmitter().grid().channels()];
    Arrays.fill(snr, Double.NaN);
    List<GnSpan> spans = new ArrayList<>();
    for (Span span : spec.link().spans()) {
      Optional<GnSpan> one = span(span);
      if (one.isEmpty()) {
        return snr;
      }
      spans.add(one.get());
    }
    if (spec.transmitter().waveform().polarisations() == Polarisations.SINGLE
        || spec.receiver().backPropagation().isPresent()
        || !filtersAreOpen()) {
      return snr;
    }
    GnLink link = new GnLink(spec.carrier(), channels(launch), spans, polarisation());
    for (GnResult one : new AsinhGnModel().evaluateAll(link)) {
      snr[one.channel()] = one.snrDecibels();
    }
    return snr;
  }

  /** Whether all filters together leave the edges of every channel's band as they are. */
  private boolean filtersAreOpen() {
    WdmGrid grid = spec.transmitter().grid();
    double half = grid.symbolRate() / 2;
    return IntStream.range(0, grid.channels())
        .mapToDouble(grid::offset)
        .flatMap(offset -> DoubleStream.of(offset - half, offset, offset + half))
        .allMatch(edge -> spec.link().filterTransmission(edge) >= OPEN);
  }

  private GnPolarisation polarisation() {
    return spec.transmitter().waveform().polarisations() == Polarisations.SCALAR
        ? GnPolarisation.SCALAR
        : GnPolarisation.DUAL;
  }

  private List<GnChannel> channels(Launch launch) {
    TransmitterSpec sent = spec.transmitter();
    List<GnChannel> channels = new ArrayList<>();
    for (int c = 0; c < sent.grid().channels(); c++) {
      channels.add(
          new GnChannel(
              sent.grid().offset(c),
              sent.grid().symbolRate(),
              transmitter.channelPower(launch, c)));
    }
    return channels;
  }

  private Optional<GnSpan> span(Span span) {
    List<LinkElement> elements = span.elements();
    if (elements.size() < 2
        || !(elements.get(0) instanceof FiberSection section)
        || !(elements.get(1) instanceof Amplifier amplifier)
        || elements.stream().filter(FiberSection.class::isInstance).count() > 1) {
      return Optional.empty();
    }
    Fiber fiber = section.fiber().referredTo(spec.carrier());
    if (fiber.attenuation() == 0 || fiber.beta(2) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new GnSpan(
            section.length(),
            fiber.attenuation(),
            fiber.beta(2),
            fiber.gamma(),
            new GnSpan.Amplifier(amplifier.gain(), amplifier.measuredNoiseFigure())));
  }
}
