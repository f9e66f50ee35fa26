package org.lightpath.cli.link;

import java.util.List;
import java.util.Optional;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.core.field.Precision;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.step.StepRule;
import org.lightpath.fiber.transceiver.Launch;
import org.lightpath.fiber.transceiver.Polarisations;
import org.lightpath.fiber.transceiver.ReceiverSpec;
import org.lightpath.fiber.transceiver.TransmitterSpec;

/**
 * A checked link experiment.
 *
 * @param transmitter what is sent
 * @param launches one for each field of the batch
 * @param link what light passes
 * @param rule step rule
 * @param receiver how channels are received
 * @param options everything else
 */
record LinkSpec(
    TransmitterSpec transmitter,
    List<Launch> launches,
    Link link,
    StepRule rule,
    Reception receiver,
    Options options) {
  /**
   * How channels are received.
   *
   * @param spec signal processing
   * @param compensate whether dispersion is undone
   * @param allChannels whether all are received, or the centre one only
   * @param backPropagation rule of its steps; empty for none
   */
  record Reception(
      ReceiverSpec spec,
      boolean compensate,
      boolean allChannels,
      Optional<StepRule> backPropagation) {}

  /**
   * What does not change the physics.
   *
   * @param precision of storage and arithmetic
   * @param seed of all random draws
   * @param stepError whether to estimate the error of the steps
   * @param keepFields whether to keep the fields at both ends
   * @param checkpointInterval least time between checkpoints [s]
   */
  record Options(
      Precision precision,
      long seed,
      boolean stepError,
      boolean keepFields,
      double checkpointInterval) {}

  LinkSpec {
    launches = List.copyOf(launches);
  }

  /** Carrier frequency [Hz]. */
  double carrier() {
    return transmitter.grid().carrier();
  }

  /** Propagation equation. */
  KerrModel model() {
    return transmitter.waveform().polarisations() == Polarisations.SCALAR
        ? KerrModel.SCALAR
        : KerrModel.MANAKOV;
  }

  /** What the cases differ in: launch power, if there are several. */
  Optional<Outcome.Batch> batch() {
    return launches.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Outcome.Batch(
                "launch power",
                "dBm",
                launches.stream().map(one -> Optics.toDbm(one.powerPerChannel())).toList()));
  }
}
