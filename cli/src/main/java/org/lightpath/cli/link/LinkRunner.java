package org.lightpath.cli.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lightpath.cli.kind.FieldRunPlan;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.cli.kind.Prepared;
import org.lightpath.cli.kind.RunContext;
import org.lightpath.cli.kind.RunPlan;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.Seeds;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.LinkListener;
import org.lightpath.fiber.link.LinkPlan;
import org.lightpath.fiber.link.LinkPropagation;
import org.lightpath.fiber.link.LinkResult;
import org.lightpath.fiber.link.LinkState;
import org.lightpath.fiber.step.StepRule;
import org.lightpath.fiber.transceiver.AccumulatedDispersion;
import org.lightpath.fiber.transceiver.ChannelResult;
import org.lightpath.fiber.transceiver.Launch;
import org.lightpath.fiber.transceiver.Receiver;
import org.lightpath.fiber.transceiver.Transmitter;

/** A link experiment, ready to plan or run. */
final class LinkRunner implements Prepared {
  private final LinkSpec spec;

  LinkRunner(LinkSpec spec) {
    this.spec = spec;
  }

  private LinkPropagation.Builder propagation(StepRule rule) {
    return LinkPropagation.of(spec.link(), spec.transmitter().timeGrid(), spec.carrier())
        .model(spec.model())
        .steps(rule)
        .precision(spec.options().precision())
        .seeds(Seeds.of(spec.options().seed()))
        .estimateStepError(spec.options().stepError());
  }

  @Override
  public RunPlan plan() {
    try (ComplexField launch = emit(new Transmitter(spec.transmitter()))) {
      List<Double> peaks =
          IntStream.range(0, spec.launches().size()).mapToObj(launch::peakPower).toList();
      LinkPlan plan = propagation(spec.rule()).build().plan(launch.shape(), peaks);
      List<FieldPlan> works = plan.spans().stream().flatMap(List::stream).toList();
      return new FieldRunPlan(
          launch.shape(),
          spec.options().precision(),
          plan.steps(),
          plan.transforms(),
          works,
          plan.describe());
    }
  }

  private ComplexField emit(Transmitter transmitter) {
    return transmitter.emit(spec.launches(), Precision.DOUBLE);
  }

  @Override
  public Outcome run(Engine engine, RunContext run) {
    sections(spec.link())
        .map(section -> section.fiber().referredTo(spec.carrier()).toString())
        .distinct()
        .forEach(run.log()::line);
    Stopwatch watch = new Stopwatch();
    Transmitter transmitter = new Transmitter(spec.transmitter());
    LinkCheckpoints checkpoints = new LinkCheckpoints(run.folder(), run.fingerprint(), run.log());
    try (ComplexField launch = emit(transmitter)) {
      watch.lap("transmitter");
      LinkWatcher watcher = new LinkWatcher(run, checkpoints, spec.options().checkpointInterval());
      try (LinkResult result = propagate(engine, launch, checkpoints, watcher)) {
        watch.lap("propagation");
        result.plan().describe().lines().forEach(run.log()::line);
        return result.completed()
            ? finish(new Journey(engine, transmitter, launch, result), run, watch)
            : outcome(result, List.of(), watch);
      }
    }
  }

  private LinkResult propagate(
      Engine engine, ComplexField launch, LinkCheckpoints checkpoints, LinkListener listener) {
    LinkPropagation propagation = propagation(spec.rule()).listener(listener).build();
    Optional<LinkState> state = checkpoints.newest();
    if (state.isEmpty()) {
      return propagation.run(engine, launch);
    }
    try {
      return propagation.resume(engine, state.get());
    } finally {
      state.get().field().close();
    }
  }

  /** What finishing a run needs at hand. */
  private record Journey(
      Engine engine, Transmitter transmitter, ComplexField launch, LinkResult result) {}

  private Outcome finish(Journey journey, RunContext run, Stopwatch watch) {
    List<List<ChannelResult>> received = received(journey, watch);
    watch.lap("receiver");
    LinkTables tables = new LinkTables(spec, journey.transmitter(), journey.result(), received);
    tables.write(run.folder(), journey.launch());
    watch.lap("writing");
    return outcome(journey.result(), tables.metrics(), watch);
  }

  private List<List<ChannelResult>> received(Journey journey, Stopwatch watch) {
    Optional<StepRule> back = spec.receiver().backPropagation();
    ComplexField arrived = journey.result().state().field();
    if (back.isEmpty()) {
      AccumulatedDispersion dispersion =
          spec.receiver().compensate() ? dispersion() : AccumulatedDispersion.none();
      return receive(journey.transmitter(), arrived, dispersion);
    }
    LinkPropagation backwards =
        propagation(back.get())
            .backwards()
            .plannedFor(journey.result().state().launchPeakPower())
            .estimateStepError(false)
            .build();
    try (LinkResult undone = backwards.run(journey.engine(), arrived)) {
      watch.lap("backPropagation");
      List<List<ChannelResult>> symbols =
          receive(journey.transmitter(), undone.state().field(), AccumulatedDispersion.none());
      return withPowers(journey.transmitter(), arrived, symbols);
    }
  }

  /** Results with the power that arrived; back-propagation has scaled it to that of the launch. */
  private List<List<ChannelResult>> withPowers(
      Transmitter transmitter, ComplexField arrived, List<List<ChannelResult>> results) {
    Receiver receiver =
        new Receiver(transmitter, spec.receiver().spec(), AccumulatedDispersion.none());
    List<List<ChannelResult>> all = new ArrayList<>();
    for (int index = 0; index < results.size(); index++) {
      List<Double> powers = receiver.powers(arrived, index);
      all.add(
          results.get(index).stream()
              .map(channel -> channel.withReceivedPower(powers.get(channel.channel())))
              .toList());
    }
    return all;
  }

  private static Stream<FiberSection> sections(Link link) {
    return link.spans().stream()
        .flatMap(span -> span.elements().stream())
        .filter(FiberSection.class::isInstance)
        .map(FiberSection.class::cast);
  }

  private AccumulatedDispersion dispersion() {
    AccumulatedDispersion sum = AccumulatedDispersion.none();
    Map<FiberSection, Integer> sections = new LinkedHashMap<>();
    sections(spec.link()).forEach(section -> sections.merge(section, 1, Integer::sum));
    for (Map.Entry<FiberSection, Integer> entry : sections.entrySet()) {
      Fiber fiber = entry.getKey().fiber().referredTo(spec.carrier());
      sum = sum.plus(AccumulatedDispersion.of(fiber, entry.getKey().length() * entry.getValue()));
    }
    return sum;
  }

  private List<List<ChannelResult>> receive(
      Transmitter transmitter, ComplexField field, AccumulatedDispersion dispersion) {
    Receiver receiver = new Receiver(transmitter, spec.receiver().spec(), dispersion);
    List<List<ChannelResult>> all = new ArrayList<>();
    for (int index = 0; index < spec.launches().size(); index++) {
      Launch launch = spec.launches().get(index);
      int centre = spec.transmitter().grid().centreChannel();
      all.add(
          spec.receiver().allChannels()
              ? receiver.receiveAll(field, index, launch)
              : List.of(receiver.receive(field, index, launch, centre)));
    }
    return all;
  }

  private Outcome outcome(LinkResult result, List<Map<String, Double>> metrics, Stopwatch watch) {
    return new Outcome(
        result.completed(),
        result.plan().steps(),
        result.plan().transforms(),
        result.elapsed(),
        metrics,
        spec.batch(),
        Map.of("stepPlan", result.plan().describe().strip()),
        watch.laps(),
        List.of(),
        LinkNotes.of(spec, metrics));
  }
}
