package org.lightpath.cloud.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.gn.AsinhGnModel;
import org.lightpath.fiber.gn.GnChannel;
import org.lightpath.fiber.gn.GnLink;
import org.lightpath.fiber.gn.GnPolarisation;
import org.lightpath.fiber.gn.GnResult;
import org.lightpath.fiber.gn.GnSpan;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.LinkElement;
import org.lightpath.fiber.link.OpticalFilter;
import org.lightpath.fiber.transceiver.Osnr;

class TransmissionModelTest {
  private static final DwdmGrid GRID = DwdmGrid.around(100e9, 9);
  private static final int MIDDLE = 4;
  private static final AmplifierSpec EDFA = AmplifierSpec.automatic(Networks.db(5));

  private static LineDesign spans(int number, double kilometres) {
    return new LineDesign(
        Networks.SMF,
        number * kilometres * 1e3,
        1,
        LineDesign.Amplification.every(kilometres * 1e3, EDFA));
  }

  private static PathBudget budget(Network network, TransmissionSpec spec) {
    return new TransmissionModel(network, GRID, spec)
        .budget(new Router(network).shortest("a", "b"), MIDDLE);
  }

  @Test
  void passiveFibreLosesItsDecibelsAndAddsNoNoise() {
    PathBudget budget = budget(Networks.pair(Networks.bare(50)), Networks.spec(3));
    assertThat(Optics.toDbm(budget.quality().power().output())).isCloseTo(3 - 10, within(1e-12));
    assertThat(budget.quality().power().lossDecibels()).isCloseTo(10, within(1e-12));
    assertThat(budget.quality().noise().osnr()).isInfinite();
    // 50 km · 1.468/c = 244.8 µs.
    assertThat(budget.delay()).isCloseTo(50e3 * 1.468 / 299792458.0, within(1e-18));
    // 16.7 ps/nm/km at 1550 nm, slope 0.058 to the wavelength of 193.1 THz.
    double wavelength = 299792458.0 / 193.1e12;
    double d = 16.7e-6 + 0.058e3 * (wavelength - 1550e-9);
    // The slope of D itself changes by second order over 2.5 nm when β₃ is constant.
    assertThat(budget.quality().propagation().dispersion())
        .isCloseTo(d * 50e3, within(2e-4 * d * 50e3));
    assertThat(budget.warnings()).isEmpty();
  }

  /** OSNR of n equal transparent spans: P/(2n (FG − 1)hν/2 · 12.5 GHz). */
  @Test
  void osnrOfEqualSpansFollowsTheClosedForm() {
    for (int n : new int[] {1, 4, 10}) {
      PathBudget budget = budget(Networks.pair(spans(n, 80)), Networks.spec(0));
      double gain = Networks.db(16);
      double density = (Networks.db(5) * gain - 1) * 6.62607015e-34 * 193.1e12 / 2;
      double expected = 1e-3 / (2 * n * density * 12.5e9);
      assertThat(budget.quality().noise().osnr()).isCloseTo(expected, within(1e-12 * expected));
      // The rule of thumb 58 + P − NF − L − 10 log n counts hν at 1550 nm and high gain only.
      assertThat(Optics.toDecibels(expected))
          .isCloseTo(58 - 5 - 16 - 10 * Math.log10(n), within(0.2));
    }
  }

  /** In a row of transparent links the reciprocals of their own OSNR add up. */
  @Test
  void osnrOfLinksAddsUpInReciprocals() {
    Network network =
        new NetworkBuilder("row")
            .node(Networks.edge("a"))
            .node(Networks.open("m"))
            .node(Networks.open("n"))
            .node(Networks.edge("b"))
            .link("a", "m", spans(1, 80))
            .link("m", "n", spans(2, 50))
            .link("n", "b", spans(1, 100))
            .build();
    TransmissionModel model = new TransmissionModel(network, GRID, Networks.spec(0));
    PathBudget budget = model.budget(new Router(network).shortest("a", "b"), MIDDLE);
    double sum = budget.linkStages().stream().mapToDouble(s -> 1 / s.ownOsnr()).sum();
    assertThat(1 / sum).isCloseTo(budget.quality().noise().osnr(), within(1e-10 / sum));
    assertThat(budget.stages())
        .extracting(StageBudget::name)
        .containsExactly("a", "a>m", "m", "m>n", "n", "n>b", "b");
    for (StageBudget stage : budget.linkStages()) {
      double alone = model.alone(network.link(stage.name())).osnr();
      assertThat(alone).isCloseTo(stage.ownOsnr(), within(1e-12 * alone));
    }
    double delays = budget.stages().stream().mapToDouble(s -> s.propagation().delay()).sum();
    assertThat(delays).isCloseTo(budget.delay(), within(1e-15 * 10));
  }

  /** A network with everything in it. */
  private static Network everything() {
    NodeEquipment roadm =
        NodeEquipment.passive(Ports.addDrop(Networks.db(-6), Networks.db(-9), Networks.db(-7)))
            .withTargetPower(Optics.fromDbm(-18))
            .withAddDropOsnr(Networks.db(33))
            .withPassband(new Passband(80e9, 3));
    LineDesign line =
        new LineDesign(
            Networks.SMF,
            130e3,
            Networks.db(-0.4),
            LineDesign.Amplification.every(70e3, EDFA)
                .withBooster(AmplifierSpec.ofGain(Networks.db(18), Networks.db(6))));
    return new NetworkBuilder("everything")
        .node(new NetworkNode("a", NodeKind.EDGE, roadm))
        .node(new NetworkNode("m", NodeKind.ROADM, roadm))
        .node(new NetworkNode("hut", NodeKind.AMPLIFIER_HUT, Ports.throughOnly(Networks.db(-1))))
        .node(new NetworkNode("tap", NodeKind.TAP, Ports.splitter(4, Networks.db(-0.5), "b")))
        .node(new NetworkNode("b", NodeKind.CENTRE, roadm))
        .link("a", "m", line)
        .link("m", "hut", line)
        .link("hut", "tap", spans(2, 60))
        .link("tap", "b", Networks.bare(12))
        .build();
  }

  @Test
  void theLinkForPropagationAgreesWithTheBudget() {
    Network network = everything();
    NetworkPath path = new Router(network).shortest("a", "b");
    for (boolean compensated : new boolean[] {false, true}) {
      TransmissionSpec spec = Networks.spec(1);
      if (compensated) {
        Compensation dcf =
            new Compensation(PresetFibers.of("dcf"), 50e-3, OptionalDouble.of(Networks.db(6)));
        spec =
            new TransmissionSpec(
                spec.launchPower(), 32e9, Requirement.none(), spec.options().withCompensation(dcf));
      }
      TransmissionModel model = new TransmissionModel(network, GRID, spec);
      for (int channel : new int[] {0, MIDDLE, 8}) {
        PathBudget budget = model.budget(path, channel, List.of());
        StageBudget.Power power = budget.quality().power();
        Link link = model.toLink(path, channel);
        // About 40 factors, each rounded once on both sides.
        double rounding = 80 * Math.ulp(1.0);
        assertThat(link.netGain() * spec.launchPower())
            .isCloseTo(power.output(), within(rounding * power.output()));
        assertThat(link.netGain(0)).isCloseTo(link.netGain(), within(rounding * link.netGain()));
        assertThat(power.transmission() * power.gain())
            .isCloseTo(power.output() / power.input(), within(rounding));
        double density = budget.quality().noise().amplifierDensity();
        assertThat(link.noiseDensity(GRID.frequency(channel), 0))
            .isCloseTo(density, within(rounding * density));
        assertThat(link.length()).isCloseTo(budget.quality().propagation().length(), within(1e-6));
      }
    }
  }

  @Test
  void filtersSitAtTheChannelWhateverTheCarrier() {
    Network network = everything();
    NetworkPath path = new Router(network).shortest("a", "b");
    TransmissionModel model = new TransmissionModel(network, GRID, Networks.spec(1));
    double carrier = GRID.frequency(0);
    Link link = model.toLink(path, 2, carrier);
    assertThat(link.filterTransmission(200e9)).isEqualTo(1);
    assertThat(link.filterTransmission(0)).isLessThan(1e-6);
    // Three nodes filter: add, through and drop; at the half-width each lets half pass.
    assertThat(link.filterTransmission(200e9 + 40e9)).isCloseTo(0.125, within(1e-12));
    long filters =
        link.spans().stream()
            .flatMap(span -> span.elements().stream())
            .filter(OpticalFilter.class::isInstance)
            .count();
    assertThat(filters).isEqualTo(3);
  }

  /**
   * 80 km of standard fibre have more than nothing: less than −2 ns/nm takes more than their DCF.
   */
  @Test
  void compensationPassesZeroWhereTheResidualIsOfTheOtherSign() {
    Compensation beyond = new Compensation(PresetFibers.of("dcf"), -2.0, OptionalDouble.empty());
    TransmissionSpec plain = Networks.spec(0);
    TransmissionSpec spec =
        new TransmissionSpec(
            1e-3, 32e9, Requirement.none(), plain.options().withCompensation(beyond));
    Network network = Networks.pair(spans(1, 80));
    assertThat(budget(network, plain).quality().propagation().dispersion()).isBetween(0.0, 2.0);
    assertThat(budget(network, spec).quality().propagation().dispersion())
        .isCloseTo(-2.0, within(1e-12));
  }

  @Test
  void compensatingFibreLeavesTheResidual() {
    Fiber dcf = PresetFibers.of("dcf");
    TransmissionSpec plain = Networks.spec(0);
    TransmissionSpec spec =
        new TransmissionSpec(
            1e-3,
            32e9,
            Requirement.none(),
            plain.options().withCompensation(new Compensation(dcf, 30e-3, OptionalDouble.empty())));
    Network network = Networks.pair(spans(2, 80));
    PathBudget budget = budget(network, spec);
    PathBudget without = budget(network, plain);
    double gathered = without.quality().propagation().dispersion();
    assertThat(budget.quality().propagation().dispersion()).isCloseTo(30e-3, within(1e-12));
    assertThat(budget.quality().uncompensatedDispersion()).isEqualTo(gathered);
    double length = budget.quality().propagation().length() - 160e3;
    assertThat(budget.quality().power().lossDecibels() - 32)
        .isCloseTo(0.5e-3 * length, within(1e-9));
    // Off the middle the slopes match nearly: the residual stays small against what was gathered.
    PathBudget side =
        new TransmissionModel(network, GRID, spec)
            .budget(new Router(network).shortest("a", "b"), 0);
    assertThat(Math.abs(side.quality().propagation().dispersion() - 30e-3))
        .isLessThan(0.01 * gathered)
        .isGreaterThan(0);
    Link link =
        new TransmissionModel(network, GRID, spec)
            .toLink(new Router(network).shortest("a", "b"), MIDDLE);
    List<LinkElement> last = link.spans().getLast().elements();
    assertThat(last).hasSize(1);
    assertThat(((FiberSection) last.getFirst()).fiber()).isEqualTo(dcf);

    Compensation wrong = new Compensation(Networks.SMF, 0, OptionalDouble.empty());
    TransmissionSpec bad =
        new TransmissionSpec(
            1e-3, 32e9, Requirement.none(), plain.options().withCompensation(wrong));
    assertThatThrownBy(() -> budget(network, bad))
        .hasMessageContaining("fibre 'smf'")
        .hasMessageContaining("sign");
  }

  /** On a uniform link all is as the GN model by itself says. */
  @Test
  void nonlinearNoiseIsThatOfTheGnModel() {
    Network network = Networks.pair(spans(5, 80));
    for (GnPolarisation polarisation : GnPolarisation.values()) {
      TransmissionSpec spec =
          new TransmissionSpec(
              2e-3,
              32e9,
              Requirement.none(),
              TransmissionSpec.Options.usual()
                  .withPolarisations(polarisation)
                  .withNonlinearity(Optional.of(new AsinhGnModel())));
      PathQuality.Noise noise = budget(network, spec).quality().noise();
      Fiber fiber = Networks.SMF;
      GnSpan span =
          GnSpan.transparent(
              80e3,
              fiber.attenuation(),
              fiber.referredTo(193.1e12).beta(2),
              fiber.gamma(),
              Networks.db(5));
      GnLink link =
          new GnLink(
              193.1e12,
              GnChannel.comb(9, 100e9, 32e9, 2e-3),
              List.of(span, span, span, span, span),
              polarisation);
      GnResult result = new AsinhGnModel().evaluate(link, 4);
      assertThat(noise.snr()).isCloseTo(result.snr(), within(1e-10 * result.snr()));
      double nonlinear = 2e-3 / result.nonlinearNoise();
      assertThat(noise.nonlinearSnr().orElseThrow())
          .isCloseTo(nonlinear, within(1e-10 * nonlinear));
      double inverse = 1 / noise.amplifierSnr() + 1 / nonlinear;
      assertThat(1 / noise.snr()).isCloseTo(inverse, within(1e-12 * inverse));
      assertThat(noise.generalisedOsnr()).isLessThan(noise.osnr());
    }
  }

  @Test
  void fewerLitChannelsInterfereLess() {
    Network network = Networks.pair(spans(5, 80));
    NetworkPath path = new Router(network).shortest("a", "b");
    TransmissionModel model = new TransmissionModel(network, GRID, Networks.spec(3));
    double full = model.budget(path, 4).quality().noise().nonlinearSnr().orElseThrow();
    double alone = model.budget(path, 4, List.of()).quality().noise().nonlinearSnr().orElseThrow();
    assertThat(alone).isGreaterThan(1.2 * full);
    WavelengthPlan plan =
        new WavelengthPlanner(network, GRID, 1, new AssignmentPolicy.FirstFit())
            .plan(List.of(new Demand("one", "a", "b", 1)));
    PathBudget planned = model.budgets(plan).getFirst();
    assertThat(planned)
        .isEqualTo(model.budget(path, 0, List.of()))
        .isNotEqualTo(model.budget(path, 0));
  }

  @Test
  void nonlinearNoiseIsLeftOutWithAReasonWhereNoModelHolds() {
    Fiber flat = Fiber.named("flat", 193.1e12).attenuation(4.6e-5).gamma(1e-3).build();
    PathBudget budget = budget(Networks.pair(LineDesign.passive(flat, 50e3)), Networks.spec(0));
    assertThat(budget.quality().noise().nonlinearSnr()).isEmpty();
    assertThat(budget.warnings())
        .singleElement()
        .asString()
        .contains("nonlinear interference is left out", "'flat'", "'a>b'", "dispersion");
    FiberSection forth = new FiberSection(Networks.SMF, 80e3);
    FiberSection back = new FiberSection(PresetFibers.of("dcf"), 13e3);
    Network managed =
        new NetworkBuilder("managed")
            .node(Networks.edge("a"))
            .node(Networks.edge("b"))
            .directedLink("a", "b", List.of(forth, back, forth))
            .build();
    assertThat(budget(managed, Networks.spec(0)).warnings())
        .singleElement()
        .asString()
        .contains("compensated on the way", "'dcf'");
  }

  @Test
  void equalisationSetsThePowerAndSaysWhenItCannot() {
    NodeEquipment roadm =
        NodeEquipment.passive(Ports.addDrop(1, Networks.db(-8), 1))
            .withTargetPower(Optics.fromDbm(-12));
    NetworkBuilder builder =
        new NetworkBuilder("equalised")
            .node(Networks.edge("a"))
            .node(new NetworkNode("r", NodeKind.ROADM, roadm))
            .node(Networks.edge("b"))
            .link("r", "b", Networks.bare(10));
    Network near = builder.link("a", "r", Networks.bare(10)).build();
    PathBudget budget = budget(near, Networks.spec(0));
    StageBudget node = budget.stages().get(2);
    assertThat(node.name()).isEqualTo("r");
    assertThat(Optics.toDbm(node.power().output())).isCloseTo(-12, within(1e-12));
    assertThat(node.power().lossDecibels()).isCloseTo(10, within(1e-12));
    assertThat(budget.warnings()).isEmpty();
    PathBudget weak = budget(near, Networks.spec(-3));
    assertThat(Optics.toDbm(weak.stages().get(2).power().output())).isCloseTo(-13, within(1e-12));
    assertThat(weak.warnings())
        .singleElement()
        .asString()
        .contains("node 'r'", "-13.00 dBm", "-12.00 dBm");
  }

  @Test
  void addAndDropNoiseHasTheOsnrGiven() {
    NodeEquipment noisy =
        NodeEquipment.passive(Ports.terminal(1, 1)).withAddDropOsnr(Networks.db(38));
    Network network =
        new NetworkBuilder("noisy")
            .node(new NetworkNode("a", NodeKind.EDGE, noisy))
            .node(Networks.edge("b"))
            .link("a", "b", Networks.bare(30))
            .build();
    PathBudget one = budget(network, Networks.spec(0));
    assertThat(Optics.toDecibels(one.quality().noise().osnr())).isCloseTo(38, within(1e-10));
    assertThat(Optics.toDbm(one.quality().power().output())).isCloseTo(-6, within(1e-12));
  }

  @Test
  void aPathWithoutMarginSaysWhatIsMissing() {
    Network network = Networks.pair(spans(20, 100));
    PathBudget osnr = budget(network, Networks.needing(-10, -30, 25));
    assertThat(osnr.quality().margins().sufficient()).isFalse();
    assertThat(osnr.warnings())
        .singleElement()
        .asString()
        .contains(
            "link without margin", "a > b", "channel 4", "required 25.00 dB", "Raise the launch");
    assertThatThrownBy(osnr::requireMargin)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("link without margin");
    assertThat(budget(network, Networks.needing(10, -30, 25)).warnings())
        .singleElement()
        .asString()
        .contains("lower the launch power");
    PathBudget weak = budget(Networks.pair(Networks.bare(120)), Networks.needing(0, -20, 10));
    assertThat(weak.quality().margins().decibels()).isCloseTo(-4, within(1e-9));
    assertThat(weak.warnings())
        .singleElement()
        .asString()
        .contains("4.00 dB below the required -20.00 dBm", "'a>b' (24.00 dB)");
    PathBudget good = budget(Networks.pair(Networks.bare(90)), Networks.needing(0, -20, 10));
    assertThat(good.requireMargin()).isSameAs(good);
    assertThat(good.quality().margins().decibels()).isCloseTo(2, within(1e-9));
  }

  @Test
  void osnrIsThatOfTheReferenceBandwidth() {
    PathQuality.Noise noise = new PathQuality.Noise(1e-3, 1e-17, OptionalDouble.of(4e-17), 32e9, 2);
    assertThat(noise.osnr()).isCloseTo(1e-3 / (2e-17 * Osnr.REFERENCE_BANDWIDTH), within(1e-6));
    double snr = 1e-3 / ((2e-17 + 4e-17) * 32e9);
    assertThat(noise.snr()).isCloseTo(snr, within(1e-12 * snr));
  }

  @Test
  void overlappingChannelsAreRefused() {
    Network network = Networks.pair(Networks.bare(1));
    assertThatThrownBy(
            () -> new TransmissionModel(network, DwdmGrid.around(25e9, 4), Networks.spec(0)))
        .hasMessageContaining("32.0000 GBd")
        .hasMessageContaining("25.0000 GHz");
  }
}
