package org.lightpath.cli.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.cli.kind.FibreKeys;
import org.lightpath.cli.kind.StepKeys;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.LinkElement;
import org.lightpath.fiber.link.LumpedLoss;
import org.lightpath.fiber.link.OpticalFilter;
import org.lightpath.fiber.link.Span;
import org.lightpath.fiber.step.StepRule;
import org.lightpath.fiber.transceiver.CarrierRecovery;
import org.lightpath.fiber.transceiver.Laser;
import org.lightpath.fiber.transceiver.Launch;
import org.lightpath.fiber.transceiver.ModulationFormat;
import org.lightpath.fiber.transceiver.PulseShape;
import org.lightpath.fiber.transceiver.ReceiverSpec;
import org.lightpath.fiber.transceiver.TransmitterSpec;
import org.lightpath.fiber.transceiver.Waveform;
import org.lightpath.fiber.transceiver.WdmGrid;

/** Turns the values of a file into a link experiment, and tells what physics forbids. */
final class LinkSetup {
  /** Net gain of a whole link that is no matter: below what a power meter tells. */
  private static final double UNNOTICED_DECIBELS = 0.05;

  private final Values values;
  private final Values transmitter;
  private final Problems problems;

  LinkSetup(Values values, Problems problems) {
    this.values = values;
    this.transmitter = values.get(LinkKeys.TRANSMITTER);
    this.problems = problems;
  }

  Optional<LinkSpec> prepare() {
    TransmitterSpec sent = transmitter();
    Link link = link();
    StepRule rule = StepKeys.rule(values.get(LinkKeys.STEPS), StepRule.standard(), problems);
    if (sent == null || link == null || problems.hasErrors()) {
      return Optional.empty();
    }
    long seed = values.get(CommonKeys.SEED);
    List<Launch> launches =
        transmitter.get(TransmitterKeys.POWER).stream()
            .map(power -> new Launch(power, seed))
            .toList();
    LinkSpec.Options options =
        new LinkSpec.Options(
            values.get(CommonKeys.PRECISION),
            seed,
            values.get(LinkKeys.STEP_ERROR),
            values.get(LinkKeys.FIELDS) == LinkKeys.KeptFields.ENDS,
            values.get(LinkKeys.CHECKPOINT_INTERVAL));
    return Optional.of(new LinkSpec(sent, launches, link, rule, reception(rule), options));
  }

  private @Nullable TransmitterSpec transmitter() {
    int symbols = Math.toIntExact(transmitter.get(TransmitterKeys.SYMBOLS));
    long samples = symbols * transmitter.get(TransmitterKeys.SAMPLES_PER_SYMBOL);
    if (samples > Integer.MAX_VALUE) {
      problems.error(
          transmitter.place(TransmitterKeys.SYMBOLS),
          "symbols times samplesPerSymbol are %d samples, expected at most 2^31 - 1"
              .formatted(samples),
          "use fewer symbols");
      return null;
    }
    try {
      return new TransmitterSpec(grid(), waveform(), symbols, Math.toIntExact(samples));
    } catch (IllegalArgumentException e) {
      problems.error(transmitter.place(blamed(e)), "transmitter: " + e.getMessage(), "");
      return null;
    }
  }

  /** The key that a refusal of the transmitter is about. */
  private static Key<?> blamed(IllegalArgumentException refusal) {
    String message = String.valueOf(refusal.getMessage());
    if (message.startsWith("symbols")) {
      return TransmitterKeys.SYMBOLS;
    }
    return message.contains("power offsets")
        ? TransmitterKeys.POWER_OFFSETS
        : TransmitterKeys.SAMPLES_PER_SYMBOL;
  }

  private WdmGrid grid() {
    return new WdmGrid(
        Optics.SPEED_OF_LIGHT / transmitter.get(TransmitterKeys.WAVELENGTH),
        Math.toIntExact(transmitter.get(TransmitterKeys.CHANNELS)),
        transmitter.get(TransmitterKeys.SPACING),
        transmitter.get(TransmitterKeys.SYMBOL_RATE),
        transmitter.find(TransmitterKeys.POWER_OFFSETS).orElse(List.of()));
  }

  private Waveform waveform() {
    return new Waveform(
        ModulationFormat.named(transmitter.get(TransmitterKeys.FORMAT)),
        pulse(),
        transmitter.get(TransmitterKeys.POLARISATIONS),
        new Laser(
            transmitter.get(TransmitterKeys.LINEWIDTH),
            transmitter.get(TransmitterKeys.FREQUENCY_OFFSET)));
  }

  private PulseShape pulse() {
    double rollOff = transmitter.get(TransmitterKeys.ROLL_OFF);
    Optional<Long> taps = transmitter.find(TransmitterKeys.TAPS);
    if (taps.isPresent()) {
      return new PulseShape.TruncatedRootRaisedCosine(rollOff, Math.toIntExact(taps.get()));
    }
    return rollOff == 0 ? new PulseShape.Sinc() : new PulseShape.RootRaisedCosine(rollOff);
  }

  private @Nullable Link link() {
    Values spans = values.get(LinkKeys.SPANS);
    Fiber fiber = fiber(spans.get(SpanKeys.FIBRE));
    if (problems.hasErrors()) {
      return null;
    }
    FiberSection section = new FiberSection(fiber, spans.get(SpanKeys.LENGTH));
    try {
      Span span = new Span(elements(section, spans.find(SpanKeys.COMPENSATION)));
      Link link = Link.repeated(span, Math.toIntExact(spans.get(SpanKeys.COUNT)));
      checkNetGain(span, link);
      return link;
    } catch (IllegalArgumentException e) {
      problems.error(values.place(LinkKeys.AMPLIFIER), "amplifier: " + e.getMessage(), "");
      return null;
    }
  }

  private Fiber fiber(Values fibre) {
    if (FibreKeys.gammas(fibre) > 1) {
      problems.error(
          fibre.place(FibreKeys.GAMMA),
          "fibre.gamma is a list: in a link all fields cross the same fibre",
          "give one value; a list of transmitter.power makes a batch");
    }
    return FibreKeys.fiber(fibre, 0, problems);
  }

  private List<LinkElement> elements(FiberSection section, Optional<Values> compensation) {
    List<LinkElement> elements = new ArrayList<>();
    elements.add(section);
    Optional<Double> given = values.get(LinkKeys.AMPLIFIER).get(SpanKeys.GAIN);
    elements.add(amplifier(given.orElse(1 / section.transmission())));
    values.find(LinkKeys.FILTER).map(LinkSetup::filter).ifPresent(elements::add);
    compensation.ifPresent(module -> addModule(elements, section, module));
    return elements;
  }

  private void addModule(List<LinkElement> elements, FiberSection section, Values module) {
    Values fibre = module.get(SpanKeys.COMPENSATION_FIBRE);
    double carrier = grid().carrier();
    Fiber fiber = fiber(fibre).referredTo(carrier);
    double left = module.get(SpanKeys.RESIDUAL);
    double length =
        -section.fiber().referredTo(carrier).beta(2)
            * section.length()
            * (1 - left)
            / fiber.beta(2);
    if (!(length > 0) || Double.isInfinite(length)) {
      problems.error(
          values.get(LinkKeys.SPANS).place(SpanKeys.COMPENSATION),
          "spans.compensation: β₂ of the module is %.4g s²/m and that of the span %.4g s²/m; they"
                  .formatted(fiber.beta(2), section.fiber().beta(2))
              + " need opposite signs",
          "choose a compensating fibre such as the preset dcf");
      return;
    }
    FiberSection compensating = new FiberSection(fiber, length);
    double loss = module.get(SpanKeys.INPUT_LOSS);
    elements.add(new LumpedLoss(1 / loss));
    elements.add(compensating);
    // A gain that is given is that of the amplifier behind the fibre.
    elements.add(amplifier(loss / compensating.transmission()));
  }

  /** Warns where the launch power does not hold for each span. */
  private void checkNetGain(Span span, Link link) {
    double decibels = Optics.toDecibels(span.netGain());
    int spans = link.spans().size();
    if (spans > 1 && Math.abs(decibels * spans) > UNNOTICED_DECIBELS) {
      problems.warning(
          values.get(LinkKeys.AMPLIFIER).place(SpanKeys.GAIN),
          "amplifier.gain leaves each span with a net gain of %.4g dB: the launch power holds for the first span only, and %.4g dB add up over %d spans"
              .formatted(decibels, decibels * spans, spans),
          "'gain: auto' makes up for the loss of the fibre");
    }
  }

  private Amplifier amplifier(double gain) {
    Values keys = values.get(LinkKeys.AMPLIFIER);
    return keys.get(SpanKeys.NOISE)
        ? new Amplifier(gain, keys.get(SpanKeys.NOISE_FIGURE), keys.get(SpanKeys.FORMULA))
        : Amplifier.noiseless(gain);
  }

  private static OpticalFilter filter(Values keys) {
    OpticalFilter.Shape shape =
        switch (keys.get(SpanKeys.SHAPE)) {
          case SUPER_GAUSSIAN ->
              new OpticalFilter.SuperGaussian(Math.toIntExact(keys.get(SpanKeys.ORDER)));
          case RECTANGULAR -> new OpticalFilter.Rectangular();
        };
    return new OpticalFilter(shape, keys.get(SpanKeys.CENTRE), keys.get(SpanKeys.BANDWIDTH));
  }

  private LinkSpec.Reception reception(StepRule forward) {
    Values keys = values.get(LinkKeys.RECEIVER);
    CarrierRecovery carrier =
        switch (keys.get(ReceiverKeys.CARRIER_PHASE)) {
          case CONSTANT -> new CarrierRecovery.ConstantPhase();
          case BLIND ->
              new CarrierRecovery.BlindPhaseSearch(
                  Math.toIntExact(keys.get(ReceiverKeys.TEST_PHASES)),
                  Math.toIntExact(keys.get(ReceiverKeys.HALF_WINDOW)));
        };
    ReceiverSpec spec =
        new ReceiverSpec(
            carrier,
            keys.get(ReceiverKeys.FREQUENCY_RECOVERY),
            keys.get(ReceiverKeys.POLARISATION_ALIGNMENT),
            ReceiverSpec.Capture.forPlots());
    Optional<StepRule> back =
        keys.find(ReceiverKeys.BACK_PROPAGATION)
            .map(
                section ->
                    section
                        .find(ReceiverKeys.STEPS_PER_SPAN)
                        .<StepRule>map(n -> new StepRule.Uniform(Math.toIntExact(n)))
                        .orElse(forward));
    return new LinkSpec.Reception(
        spec,
        keys.get(ReceiverKeys.DISPERSION_COMPENSATION),
        keys.get(ReceiverKeys.CHANNELS) == ReceiverKeys.Channels.ALL,
        back);
  }
}
