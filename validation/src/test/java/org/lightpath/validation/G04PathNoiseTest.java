package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.network.AmplifierSpec;
import org.lightpath.cloud.network.DwdmGrid;
import org.lightpath.cloud.network.LineDesign;
import org.lightpath.cloud.network.Network;
import org.lightpath.cloud.network.NetworkBuilder;
import org.lightpath.cloud.network.NetworkNode;
import org.lightpath.cloud.network.NetworkPath;
import org.lightpath.cloud.network.NodeKind;
import org.lightpath.cloud.network.PathQuality;
import org.lightpath.cloud.network.Ports;
import org.lightpath.cloud.network.PresetFibers;
import org.lightpath.cloud.network.Requirement;
import org.lightpath.cloud.network.Router;
import org.lightpath.cloud.network.TransmissionModel;
import org.lightpath.cloud.network.TransmissionSpec;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.LinkElement;
import org.lightpath.fiber.link.LumpedLoss;
import org.lightpath.fiber.link.Span;
import org.lightpath.fiber.transceiver.Osnr;

/**
 * G4: n equal spans whose amplifiers make up for their loss leave OSNR = P/(n (FG − 1) hν B_ref) to
 * a channel at ν on a path of a network, nodes without loss in between; so does a link of the same
 * elements.
 *
 * <p>Tolerance. Between {@link #SPANS} and the closed form lie fewer than twelve rounded operations
 * a span (loss, gain and noise, each of the latter scaled twice; exponential and its inverse), in
 * each {@code ulp(1)/2}.
 */
class G04PathNoiseTest {
  /** Of the two links of the path. */
  static final int[] PARTS = {5, 3};

  static final int SPANS = PARTS[0] + PARTS[1];
  static final double KILOMETRES = 80;
  static final double NOISE_FIGURE_DB = 5;
  static final double TOLERANCE = 6 * SPANS * Math.ulp(1.0);

  /** OSNR ≈ 58 + P − L − F − 10 log n with all in dB and dBm, at 1550 nm. */
  private static final double RULE = 58;

  private static final double LAUNCH = Optics.fromDbm(1);
  private static final Fiber GLASS = PresetFibers.of("smf");
  private static final DwdmGrid GRID = DwdmGrid.around(100e9, 9);
  private static final double GAIN = 1 / new FiberSection(GLASS, KILOMETRES * 1e3).transmission();
  private static final double FIGURE = Optics.fromDecibels(NOISE_FIGURE_DB);

  private static double closedForm(int spans, double frequency) {
    double photon = Optics.PLANCK * frequency;
    return LAUNCH / (spans * (FIGURE * GAIN - 1) * photon * Osnr.REFERENCE_BANDWIDTH);
  }

  private static LineDesign line(int spans) {
    double spacing = KILOMETRES * 1e3;
    return new LineDesign(
        GLASS,
        spans * spacing,
        1,
        LineDesign.Amplification.every(spacing, AmplifierSpec.automatic(FIGURE)));
  }

  private static NetworkBuilder nodes() {
    NetworkBuilder builder = new NetworkBuilder("spans");
    for (String name : List.of("a", "m", "b")) {
      builder.node(new NetworkNode(name, NodeKind.ROADM, Ports.addDrop(1, 1, 1)));
    }
    return builder;
  }

  private static PathQuality.Noise noise(Network network, int channel) {
    TransmissionSpec.Options linear =
        TransmissionSpec.Options.usual().withNonlinearity(Optional.empty());
    TransmissionSpec spec = new TransmissionSpec(LAUNCH, 32e9, Requirement.none(), linear);
    NetworkPath path = new Router(network).shortest("a", "b");
    return new TransmissionModel(network, GRID, spec).budget(path, channel).quality().noise();
  }

  @Test
  void osnrIsThatOfEqualSpansInTheBudgetAndInALink() {
    Network network = nodes().link("a", "m", line(PARTS[0])).link("m", "b", line(PARTS[1])).build();
    FiberSection fiber = new FiberSection(GLASS, KILOMETRES * 1e3);
    Link link = Link.repeated(Span.of(fiber, new Amplifier(GAIN, FIGURE)), SPANS);
    for (int channel = 0; channel < GRID.channels(); channel++) {
      double frequency = GRID.frequency(channel);
      double expected = closedForm(SPANS, frequency);
      PathQuality.Noise noise = noise(network, channel);
      assertThat(noise.osnr()).isCloseTo(expected, within(TOLERANCE * expected));
      double density = link.noiseDensity(frequency, 0);
      assertThat(noise.amplifierDensity()).isCloseTo(density, within(TOLERANCE * density));
      assertThat(Osnr.ratio(LAUNCH, density)).isCloseTo(expected, within(TOLERANCE * expected));
      // The 58 is rounded, by 0.04 dB; FG stands there for FG − 1, 0.03 dB.
      double rule = RULE + 1 - Optics.toDecibels(GAIN) - NOISE_FIGURE_DB - 10 * Math.log10(SPANS);
      assertThat(Optics.toDecibels(noise.osnr())).isCloseTo(rule, within(0.1));
    }
  }

  /** Counter-check: one amplifier more, behind a loss that it makes up for, is one span more. */
  @Test
  void oneAmplifierMoreIsTold() {
    List<LinkElement> elements = new ArrayList<>();
    for (int span = 0; span < PARTS[1]; span++) {
      elements.add(new FiberSection(GLASS, KILOMETRES * 1e3));
      elements.add(new Amplifier(GAIN, FIGURE));
    }
    elements.add(new LumpedLoss(1 / GAIN));
    elements.add(new Amplifier(GAIN, FIGURE));
    Network network =
        nodes().link("a", "m", line(PARTS[0])).directedLink("m", "b", elements).build();
    double frequency = GRID.frequency(0);
    double osnr = noise(network, 0).osnr();
    double expected = closedForm(SPANS + 1, frequency);
    assertThat(osnr).isCloseTo(expected, within(2 * TOLERANCE * expected));
    assertThat(Optics.toDecibels(closedForm(SPANS, frequency) / osnr)).isGreaterThan(0.5);
  }
}
