package org.lightpath.cloud.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.LinkElement;
import org.lightpath.fiber.link.LumpedLoss;

class NetworkBuilderTest {
  private static final AmplifierSpec EDFA = AmplifierSpec.automatic(Networks.db(5));

  private static FiberLink line(LineDesign design) {
    return Networks.pair(design).link("a>b");
  }

  @Test
  void aLineIsCutIntoTheFewestEqualSpansAndEveryAmplifierMakesUpForItsSpan() {
    LineDesign design =
        new LineDesign(
            Networks.SMF, 200e3, Networks.db(-0.5), LineDesign.Amplification.every(80e3, EDFA));
    FiberLink link = line(design);
    assertThat(design.spans()).isEqualTo(3);
    assertThat(link.length()).isCloseTo(200e3, within(1e-9));
    assertThat(link.amplifiers()).isEqualTo(3);
    // 200/3 km at 0.2 dB/km and two connectors.
    double gain = 200.0 / 3 * 0.2 + 1;
    for (LinkElement element : link.elements()) {
      if (element instanceof Amplifier amplifier) {
        assertThat(Optics.toDecibels(amplifier.gain())).isCloseTo(gain, within(1e-12));
      }
    }
    assertThat(link.gain() * link.transmission()).isCloseTo(1, within(1e-14));
  }

  @Test
  void aLengthOfExactlySomeSpacingsCostsNoSpanMore() {
    for (int n = 1; n < 60; n++) {
      LineDesign design =
          new LineDesign(
              Networks.SMF, n * 0.1e3 * 7, 1, LineDesign.Amplification.every(0.7e3, EDFA));
      assertThat(design.spans()).as("%d spacings", n).isEqualTo(n);
    }
    LineDesign longer =
        new LineDesign(Networks.SMF, 80.001e3, 1, LineDesign.Amplification.every(80e3, EDFA));
    assertThat(longer.spans()).isEqualTo(2);
  }

  @Test
  void elementsComeInTheOrderInWhichLightMeetsThem() {
    NetworkNode lossy = new NetworkNode("a", NodeKind.ROADM, Ports.addDrop(1, Networks.db(-8), 1));
    Network network =
        new NetworkBuilder("order")
            .node(lossy)
            .node(Networks.edge("b"))
            .directedLink(
                "a",
                "b",
                new LineDesign(
                    Networks.SMF,
                    20e3,
                    Networks.db(-0.5),
                    LineDesign.Amplification.atEnd(EDFA).withBooster(EDFA)))
            .build();
    List<LinkElement> elements = network.link("a>b").elements();
    assertThat(elements)
        .extracting(Object::getClass)
        .isEqualTo(
            List.of(
                Amplifier.class,
                LumpedLoss.class,
                FiberSection.class,
                LumpedLoss.class,
                Amplifier.class));
    assertThat(Optics.toDecibels(((Amplifier) elements.getFirst()).gain()))
        .isCloseTo(8, within(1e-12));
    assertThat(Optics.toDecibels(((Amplifier) elements.getLast()).gain()))
        .isCloseTo(5, within(1e-12));
  }

  @Test
  void anAmplifierThatCannotMakeUpForItsSpanIsRefusedByPlace() {
    AmplifierSpec weak = EDFA.limitedTo(Networks.db(15));
    assertThatThrownBy(
            () ->
                line(
                    new LineDesign(
                        Networks.SMF, 160e3, 1, LineDesign.Amplification.every(80e3, weak))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("link 'a>b', span 1 of 2")
        .hasMessageContaining("16.00 dB")
        .hasMessageContaining("15.00 dB");
  }

  @Test
  void parallelFibresGetNamesOfTheirOwn() {
    Network network =
        new NetworkBuilder("parallel")
            .node(Networks.edge("a"))
            .node(Networks.edge("b"))
            .link("a", "b", Networks.bare(1))
            .link("a", "b", Networks.bare(2))
            .build();
    assertThat(network.links())
        .extracting(FiberLink::name)
        .containsExactly("a>b", "b>a", "a>b#2", "b>a#2");
  }

  @Test
  void whatDoesNotFitIsRefusedByName() {
    assertThatThrownBy(
            () ->
                new NetworkBuilder("n")
                    .node(Networks.edge("a"))
                    .link("a", "nowhere", Networks.bare(1))
                    .build())
        .hasMessageContaining("link 'a>nowhere'")
        .hasMessageContaining("no node 'nowhere'")
        .hasMessageContaining("[a]");
    assertThatThrownBy(
            () -> new NetworkBuilder("n").node(Networks.edge("a")).node(Networks.edge("a")))
        .hasMessageContaining("node 'a' occurs twice");
    assertThatThrownBy(() -> new NetworkBuilder("n").link("a", "a", Networks.bare(1)))
        .hasMessageContaining("'a'");
    assertThatThrownBy(
            () ->
                new NetworkBuilder("n")
                    .node(Networks.edge("a"))
                    .node(Networks.edge("b"))
                    .node(Networks.edge("alone"))
                    .link("a", "b", Networks.bare(1))
                    .build())
        .hasMessageContaining("node 'alone' has no link");
    assertThatThrownBy(() -> new NetworkBuilder("empty").build()).hasMessageContaining("empty");
    NetworkNode tap = new NetworkNode("t", NodeKind.TAP, Ports.splitter(2, 1, "c"));
    assertThatThrownBy(
            () ->
                new NetworkBuilder("n")
                    .node(tap)
                    .node(Networks.edge("a"))
                    .node(Networks.edge("c"))
                    .link("a", "t", Networks.bare(1))
                    .link("a", "c", Networks.bare(1))
                    .build())
        .hasMessageContaining("tap 't'")
        .hasMessageContaining("'c'")
        .hasMessageContaining("[a]");
  }

  @Test
  void kindsAndPortsMustFit() {
    assertThatThrownBy(() -> new NetworkNode("e", NodeKind.EDGE, Ports.throughOnly(1)))
        .hasMessageContaining("'e'")
        .hasMessageContaining("add and drop");
    assertThatThrownBy(() -> new NetworkNode("r", NodeKind.ROADM, Ports.terminal(1, 1)))
        .hasMessageContaining("through");
    assertThatThrownBy(() -> new NetworkNode("h", NodeKind.AMPLIFIER_HUT, Ports.addDrop(1, 1, 1)))
        .hasMessageContaining("no add and drop");
    assertThatThrownBy(() -> new NetworkNode("t", NodeKind.TAP, Ports.throughOnly(0.5)))
        .hasMessageContaining("common side");
    assertThatThrownBy(() -> new NetworkNode("a>b", NodeKind.EDGE, Ports.terminal(1, 1)))
        .hasMessageContaining("a>b");
    assertThatThrownBy(() -> Ports.terminal(1.5, 1)).hasMessageContaining("'add'");
    assertThatThrownBy(() -> Ports.splitter(1, 1, "c")).hasMessageContaining("1 ways");
    assertThatThrownBy(
            () ->
                new LineDesign.Amplification(
                    OptionalDouble.of(80e3), Optional.empty(), Optional.empty(), Optional.empty()))
        .hasMessageContaining("in-line amplifier is missing");
    assertThatThrownBy(() -> Networks.bare(-1)).hasMessageContaining("smf");
    assertThatThrownBy(() -> PresetFibers.of("smff"))
        .hasMessageContaining("smff")
        .hasMessageContaining("nzdsf");
    assertThatThrownBy(() -> PresetFibers.of("pcf-dudley-2006")).hasMessageContaining("dispersion");
  }
}
