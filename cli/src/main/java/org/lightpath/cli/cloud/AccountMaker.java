package org.lightpath.cli.cloud;

import java.util.List;
import java.util.Optional;
import org.lightpath.cli.core.CoreKeys;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cloud.account.AccountPresets;
import org.lightpath.cloud.account.CentreHardware;
import org.lightpath.cloud.account.CloudPaths;
import org.lightpath.cloud.account.CloudSetting;
import org.lightpath.cloud.account.ServiceRules;
import org.lightpath.cloud.account.StreamPath;
import org.lightpath.cloud.fidelity.StreamSpec;
import org.lightpath.cloud.network.FiberLink;
import org.lightpath.cloud.network.StageBudget;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.MachZehnderModulator;
import org.lightpath.photonic.device.ModulatorDrive;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.LinkBudget;
import org.lightpath.photonic.energy.OperationDefinition;
import org.lightpath.photonic.energy.TileShape;
import org.lightpath.photonic.energy.published.LighteningDesign;

/** Makes what energy and time are accounted with. */
final class AccountMaker {
  /** Bits of converters where the experiment has none, so that they still cost something. */
  static final int DEFAULT_BITS = 8;

  private final Values values;
  private final Values core;
  private final Values hardware;
  private final Values modulator;
  private final CentreMaker centre;

  AccountMaker(Values values, CentreMaker centre) {
    this.values = values;
    this.core = values.get(CentreKeys.CORE);
    this.hardware = values.get(CentreKeys.HARDWARE);
    this.modulator = values.get(CoreKeys.MODULATOR);
    this.centre = centre;
  }

  /** The setting of a case, for a batch of one. */
  CloudSetting setting(NetworkScenario network, CloudCase.Streams streams, int index) {
    CentreHardware usual = AccountPresets.hardware(design(index));
    CentreHardware.Processor processor = usual.processor();
    return new CloudSetting(
        new CentreHardware(
            usual.core(),
            lasers(streams),
            usual.memory(),
            new CentreHardware.Processor(
                hardware.get(CentreKeys.OPERATION_ENERGY),
                processor.operationsPerSecond(),
                processor.joulesPerMac(),
                processor.macsPerSecond()),
            usual.delays()),
        paths(network),
        rules());
  }

  private ServiceRules rules() {
    Values execution = values.get(ExecutionKeys.EXECUTION);
    return new ServiceRules(
        1,
        execution.get(ExecutionKeys.ACTIVATIONS),
        execution.get(ExecutionKeys.WEIGHTS),
        ServiceRules.IdlePower.OFF,
        1);
  }

  private CoreDesign design(int index) {
    int bits = rated(centre.bits(index), dac());
    int readout = rated(centre.readoutBits(index), adc());
    TileShape tile =
        new TileShape(
            Math.toIntExact(core.get(CentreKeys.ROWS)),
            Math.toIntExact(core.get(CentreKeys.COLUMNS)),
            1,
            Math.toIntExact(core.get(CentreKeys.INTEGRATION)));
    return new CoreDesign(
        "core of this experiment",
        new CoreDesign.Array(tile, Math.toIntExact(core.get(CentreKeys.CORES))),
        new CoreDesign.Operation(
            values.get(LightKeys.LIGHT).get(LightKeys.SYMBOL_RATE),
            bits,
            readout,
            OperationDefinition.MAC_IS_TWO_OPS),
        CoreDesign.Reuse.crossbar(tile),
        parts(bits));
  }

  private static int dac() {
    return LighteningDesign.base(DEFAULT_BITS).core().parts().dac().rating().bits();
  }

  private static int adc() {
    return LighteningDesign.base(DEFAULT_BITS).core().parts().readout().adc().rating().bits();
  }

  /** Finer converters than the rated ones are accounted for as these; see {@link #caution}. */
  private static int rated(int bits, int most) {
    return bits == 0 ? Math.min(DEFAULT_BITS, most) : Math.min(bits, most);
  }

  /** What to know of the account of a case. */
  Optional<String> caution(int index) {
    if (centre.bits(index) <= dac() && centre.readoutBits(index) <= adc()) {
      return Optional.empty();
    }
    return Optional.of(
        "energy is that of converters of %d bit (modulators) and %d bit (readouts): finer ones than the published parts are rated for cost more"
            .formatted(rated(centre.bits(index), dac()), rated(centre.readoutBits(index), adc())));
  }

  private CoreDesign.Parts parts(int bits) {
    CoreDesign.Parts parts = LighteningDesign.base(bits).core().parts();
    return modulator
        .find(CoreKeys.ENERGY_PER_SYMBOL)
        .map(energy -> new ModulatorDrive(energy, parts.modulator().staticPower()))
        .map(drive -> new CoreDesign.Parts(drive, parts.dac(), parts.readout()))
        .orElse(parts);
  }

  /** Lasers launch what the experiment says; what arrives follows from the path. */
  private CentreHardware.Lasers lasers(CloudCase.Streams streams) {
    double chip = 1 / core.get(CentreKeys.CHIP_LOSS);
    double inputs = arriving(streams.edge()) * chip / core.get(CentreKeys.COLUMNS);
    double weights = arriving(streams.store()) * chip / core.get(CentreKeys.ROWS);
    double received = inputs + weights;
    return new CentreHardware.Lasers(
        received,
        inputs / received,
        losses(),
        hardware.get(CentreKeys.WALL_PLUG),
        Double.POSITIVE_INFINITY);
  }

  private static double arriving(StreamSpec stream) {
    return stream.light().launchPower() * stream.path().netGain();
  }

  private LinkBudget losses() {
    Provenance given = Provenance.assumed("given by the experiment");
    double loss =
        modulator
            .find(CoreKeys.INSERTION_LOSS)
            .map(Decibels::ofRatio)
            .orElse(-Decibels.ofRatio(MachZehnderModulator.LT_MZM.optics().transmission()));
    return LinkBudget.of(
        List.of(
            new LinkBudget.Loss("modulator", loss, given),
            new LinkBudget.Loss("chip", Decibels.ofRatio(core.get(CentreKeys.CHIP_LOSS)), given)));
  }

  private CloudPaths paths(NetworkScenario network) {
    NetworkScenario.Service service = network.simulated();
    StreamPath inputs = path("inputs", network, service.inputs());
    StreamPath weights =
        service
            .weights()
            .map(stream -> path("weights", network, stream))
            .orElse(StreamPath.local());
    StreamPath results = results(inputs, network, service.inputs());
    return new CloudPaths(
        inputs,
        weights,
        results,
        new CloudPaths.DigitalLink(
            AccountPresets.BIT_ENERGY.value(), AccountPresets.BIT_RATE.value(), DEFAULT_BITS));
  }

  /** Back as bits: the way of the inputs without what only their light needs at the centre. */
  private StreamPath results(
      StreamPath inputs, NetworkScenario network, NetworkScenario.Stream stream) {
    double length = stream.budget().quality().propagation().length();
    double share = length > 0 ? stream.lightpath().path().length() / length : 1;
    return new StreamPath(
        "results",
        inputs.lossDecibels(),
        inputs.gainDecibels(),
        inputs.delay() * share,
        amplifiers(inLine(stream), network));
  }

  private static long inLine(NetworkScenario.Stream stream) {
    return stream.lightpath().path().links().stream().mapToLong(FiberLink::amplifiers).sum();
  }

  private StreamPath.Amplifiers amplifiers(long count, NetworkScenario network) {
    return new StreamPath.Amplifiers(
        Math.toIntExact(count),
        hardware.get(CentreKeys.AMPLIFIER_POWER),
        network.plan().grid().channels());
  }

  private StreamPath path(String name, NetworkScenario network, NetworkScenario.Stream stream) {
    StageBudget.Power power = stream.budget().quality().power();
    double gain = values.get(LightKeys.LIGHT).get(LightKeys.RECEIVER_GAIN);
    // Compensating fibre, which is no part of the path's links, has an amplifier of its own.
    boolean compensated =
        stream.budget().quality().propagation().length() > stream.lightpath().path().length();
    long amplifiers = inLine(stream) + (gain > 1 ? 1 : 0) + (compensated ? 1 : 0);
    return new StreamPath(
        name,
        Math.max(0, -Decibels.ofRatio(power.transmission())),
        Math.max(0, Decibels.ofRatio(power.gain() * gain)),
        stream.budget().delay(),
        amplifiers(amplifiers, network));
  }
}
