package org.lightpath.cli.cloud;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.cli.core.CoreKeys;
import org.lightpath.cli.experiment.Place;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.cloud.fidelity.Placement;
import org.lightpath.cloud.fidelity.PlacementPolicy;
import org.lightpath.cloud.fidelity.Scaling;
import org.lightpath.cloud.network.Compensation;
import org.lightpath.cloud.network.DwdmGrid;
import org.lightpath.cloud.network.Network;
import org.lightpath.cloud.network.PresetFibers;
import org.lightpath.cloud.network.Requirement;
import org.lightpath.cloud.network.RoutingException;
import org.lightpath.cloud.network.TransmissionSpec;

/** Turns the values of a file into a cloud experiment, and tells what physics forbids. */
final class CloudSetup {
  /** Dispersion of standard fibre [s/m²], for a residual given as its length. */
  private static final double STANDARD_DISPERSION = 16.7e-6;

  private final Values values;
  private final Path folder;
  private final Problems problems;

  /**
   * A key whose list makes cases.
   *
   * @param name for the report
   * @param unit of the numbers
   * @param numbers one for each case
   */
  private record Swept(Place place, String name, String unit, List<Double> numbers) {}

  CloudSetup(Values values, Path folder, Problems problems) {
    this.values = values;
    this.folder = folder;
    this.problems = problems;
  }

  Optional<CloudSpec> prepare() {
    List<Swept> swept = swept();
    if (problems.hasErrors() || !new WorkloadSetup(values, folder).check(problems)) {
      return Optional.empty();
    }
    int size = swept.isEmpty() ? 1 : swept.getFirst().numbers().size();
    List<CloudCase> cases = new ArrayList<>();
    for (int index = 0; index < size && !problems.hasErrors(); index++) {
      oneCase(index).ifPresent(cases::add);
    }
    return problems.hasErrors()
        ? Optional.empty()
        : Optional.of(
            new CloudSpec(
                values,
                folder,
                cases,
                swept.stream()
                    .findFirst()
                    .map(key -> new Outcome.Batch(key.name(), key.unit(), key.numbers())),
                execution()));
  }

  private List<Swept> swept() {
    Values light = values.get(LightKeys.LIGHT);
    Values modulator = values.get(CoreKeys.MODULATOR);
    Values core = values.get(CentreKeys.CORE);
    Values network = values.get(CloudKeys.NETWORK);
    List<Swept> swept = new ArrayList<>();
    List<Double> launch = light.get(LightKeys.LAUNCH);
    if (launch.size() > 1) {
      List<Double> dbm = launch.stream().map(w -> 10 * Math.log10(w * 1e3)).toList();
      swept.add(new Swept(light.place(LightKeys.LAUNCH), "launch power", "dBm", dbm));
    }
    modulator
        .find(CoreKeys.BITS)
        .filter(bits -> bits.size() > 1)
        .ifPresent(bits -> swept.add(bits(modulator.place(CoreKeys.BITS), "modulator bits", bits)));
    core.find(CoreKeys.ADC_BITS)
        .filter(bits -> bits.size() > 1)
        .ifPresent(bits -> swept.add(bits(core.place(CoreKeys.ADC_BITS), "readout bits", bits)));
    List<Double> reach = network.get(NetworkKeys.REACH);
    if (reach.size() > 1) {
      swept.add(new Swept(network.place(NetworkKeys.REACH), "reach factor", "", reach));
    }
    for (Swept key : swept) {
      if (key.numbers().size() != swept.getFirst().numbers().size()) {
        problems.error(
            key.place(),
            "lists make cases in step: %s has %d values, %s has %d"
                .formatted(
                    key.name(),
                    key.numbers().size(),
                    swept.getFirst().name(),
                    swept.getFirst().numbers().size()),
            "give all lists the same length");
      }
    }
    return swept;
  }

  private static Swept bits(Place place, String name, List<Long> bits) {
    return new Swept(place, name, "bit", bits.stream().map(Long::doubleValue).toList());
  }

  private Optional<CloudCase> oneCase(int index) {
    Values network = values.get(CloudKeys.NETWORK);
    Values light = values.get(LightKeys.LIGHT);
    try {
      double launch = CentreMaker.at(light.get(LightKeys.LAUNCH), index);
      NetworkScenario scenario =
          scenario(network, CentreMaker.at(network.get(NetworkKeys.REACH), index), launch);
      warnOfMargins(scenario, network);
      CentreMaker centre = new CentreMaker(values);
      CloudCase.Streams streams =
          new StreamMaker(values, centre.modulator(index))
              .streams(values.get(ExecutionKeys.EXECUTION), scenario, launch);
      AccountMaker accounts = new AccountMaker(values, centre);
      accounts
          .caution(index)
          .ifPresent(
              text -> problems.warning(values.get(CentreKeys.CORE).place(), "core: " + text, ""));
      CloudCase made =
          new CloudCase(
              scenario,
              streams,
              centre.settings(index),
              receiver(),
              accounts.setting(scenario, streams, index));
      checkAccount(made);
      return Optional.of(made);
    } catch (RoutingException
        | NoSuchElementException
        | IllegalArgumentException
        | IllegalStateException e) {
      String text = Objects.requireNonNullElse(e.getMessage(), e.toString());
      boolean ofLight = text.startsWith("light: ") || text.startsWith("stream: ");
      problems.error(
          ofLight ? light.place() : network.place(), ofLight ? text : "network: " + text, "");
    }
    return Optional.empty();
  }

  /** Parts that are asked for more than they can do are told before anything runs. */
  private void checkAccount(CloudCase what) {
    try (Workload workload = new WorkloadSetup(values, folder).open()) {
      new WorkAccount(workload, PlannedPlacement.of(workload, execution().policy()))
          .of(what.setting());
    } catch (IllegalArgumentException e) {
      problems.error(
          values.get(CentreKeys.CORE).place(), "core and hardware: " + e.getMessage(), "");
    }
  }

  private CloudCase.Receiver receiver() {
    Values core = values.get(CentreKeys.CORE);
    return new CloudCase.Receiver(core.get(CentreKeys.QUANTUM), core.get(CentreKeys.CHIP_LOSS));
  }

  private NetworkScenario scenario(Values keys, double reach, double launch) {
    NetworkMaker maker = new NetworkMaker(keys, folder, problems);
    Network network = maker.network(reach);
    String centre = maker.centre(network);
    List<String> edges = maker.edges(network, centre);
    List<String> stores = edges.stream().map(edge -> maker.weightsFrom(network, edge)).toList();
    Values light = values.get(LightKeys.LIGHT);
    TransmissionSpec.Options options = TransmissionSpec.Options.usual();
    if (light.get(LightKeys.COMPENSATED)) {
      options =
          options.withCompensation(
              new Compensation(
                  PresetFibers.of("dcf"),
                  light.get(LightKeys.RESIDUAL) * STANDARD_DISPERSION,
                  OptionalDouble.of(light.get(LightKeys.CENTRE_NOISE))));
    }
    Optional<Double> power = keys.find(NetworkKeys.REQUIRED_POWER);
    Optional<Double> osnr = keys.find(NetworkKeys.REQUIRED_OSNR);
    return NetworkScenario.routed(
        network,
        centre,
        new NetworkScenario.Wish(edges, stores, Math.toIntExact(keys.get(NetworkKeys.WAVELENGTHS))),
        DwdmGrid.around(
            keys.get(NetworkKeys.GRID), Math.toIntExact(keys.get(NetworkKeys.CHANNELS))),
        new TransmissionSpec(
            launch,
            light.get(LightKeys.SYMBOL_RATE),
            new Requirement(optional(power), optional(osnr)),
            options));
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }

  /** A path without margin is an error: what is computed over it would be of no use. */
  private void warnOfMargins(NetworkScenario scenario, Values network) {
    for (NetworkScenario.Stream stream : scenario.streams()) {
      String name = stream.lightpath().demand().name();
      String text = String.join("; ", stream.budget().warnings());
      if (!stream.budget().quality().margins().sufficient()) {
        problems.error(network.place(), "network: %s: %s".formatted(name, text), "");
      } else if (!text.isEmpty()) {
        problems.warning(network.place(), "network: %s: %s".formatted(name, text), "");
      }
    }
  }

  private CloudSpec.Execution execution() {
    Values keys = values.get(ExecutionKeys.EXECUTION);
    List<PlacementPolicy.Rule> rules =
        keys.find(ExecutionKeys.POLICY).orElse(List.of()).stream()
            .map(
                rule ->
                    new PlacementPolicy.Rule(
                        rule.get(ExecutionKeys.NODES), placement(rule.get(ExecutionKeys.ON))))
            .toList();
    return new CloudSpec.Execution(
        keys.get(ExecutionKeys.FIDELITY),
        new PlacementPolicy(
            rules,
            Placement.OPTICAL,
            placement(keys.get(ExecutionKeys.ATTENTION)),
            Placement.DIGITAL,
            Math.toIntExact(keys.get(ExecutionKeys.SHORTEST))),
        keys.get(ExecutionKeys.SCALING) == ExecutionKeys.Scaling.CHANNEL
            ? Scaling.ROW
            : Scaling.TENSOR,
        new CloudSpec.Calibration(
            Math.toIntExact(keys.get(ExecutionKeys.CALIBRATION)),
            keys.get(ExecutionKeys.SHARE),
            values.get(CentreKeys.CORE).get(CentreKeys.RANGE).isEmpty()),
        new CloudSpec.Extras(
            Math.toIntExact(keys.get(ExecutionKeys.WAVEFORM_SAMPLES)),
            Math.toIntExact(keys.get(ExecutionKeys.SENSITIVITY_SAMPLES))),
        new CloudSpec.Numbers(values.get(CommonKeys.PRECISION), values.get(CommonKeys.SEED)));
  }

  private static Placement placement(ExecutionKeys.Where where) {
    return switch (where) {
      case OPTICAL -> Placement.OPTICAL;
      case IDEAL -> Placement.IDEAL;
      case DIGITAL -> Placement.DIGITAL;
    };
  }
}
