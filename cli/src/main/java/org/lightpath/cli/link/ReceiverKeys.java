package org.lightpath.cli.link;

import java.util.EnumSet;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;

/** Keys of the receiver. */
final class ReceiverKeys {
  /** Which channels are received. */
  enum Channels {
    ALL,
    CENTRE
  }

  /** How the carrier's phase is found. */
  enum CarrierPhase {
    CONSTANT,
    BLIND
  }

  static final Key<Channels> CHANNELS =
      Key.of("channels", Types.choice(Channels.class), "Channels that are received.")
          .defaultsTo("all", "receiving takes little time");

  static final Key<Boolean> DISPERSION_COMPENSATION =
      Key.of(
              "dispersionCompensation",
              Types.flag(),
              "Whether the receiver undoes the dispersion of the link.")
          .defaultsTo("true", "every coherent receiver does");

  static final Key<Long> STEPS_PER_SPAN =
      Key.of(
          "stepsPerSpan",
          Types.whole(1, 1_000_000, ""),
          "Equal steps over each fibre; default the steps of the forward run.");

  static final Key<Values> BACK_PROPAGATION =
      Key.of(
          "backPropagation",
          Types.section(
              Section.named(
                      "back-propagation",
                      "Digital back-propagation of the whole field: the link with −β, −γ, −α.")
                  .keys(STEPS_PER_SPAN)
                  .build()),
          "Digital back-propagation in place of dispersion compensation; none unless given.");

  static final Key<CarrierPhase> CARRIER_PHASE =
      Key.of(
              "carrierPhase",
              Types.choice(CarrierPhase.class),
              "constant finds one phase from the known symbols, blind tracks it (blind phase"
                  + " search).")
          .defaultsTo("constant", "exact for ideal lasers");

  static final Key<Long> TEST_PHASES =
      Key.of("testPhases", Types.whole(2, 1024, ""), "Test phases of the blind phase search.")
          .defaultsTo("32", "Pfau, Hoffmann and Noé, J. Lightwave Technol. 27:989 (2009), fig. 5");

  static final Key<Long> HALF_WINDOW =
      Key.of(
              "halfWindow",
              Types.whole(0, 100_000, ""),
              "Symbols on each side that the blind phase search averages over.")
          .defaultsTo("20", "suits linewidths near 100 kHz at 32 GBd");

  static final Key<Boolean> FREQUENCY_RECOVERY =
      Key.of("frequencyRecovery", Types.flag(), "Whether a frequency offset is searched for.")
          .defaultsTo("false", "ideal lasers have none");

  static final Key<Boolean> POLARISATION_ALIGNMENT =
      Key.of(
              "polarisationAlignment",
              Types.flag(),
              "Whether a constant rotation of the polarisations is undone.")
          .defaultsTo("false", "the Manakov equation does not rotate them");

  static final Section SECTION =
      Section.named("a receiver", "Coherent receiver.")
          .keys(CHANNELS, DISPERSION_COMPENSATION, BACK_PROPAGATION, CARRIER_PHASE)
          .keys(TEST_PHASES, HALF_WINDOW, FREQUENCY_RECOVERY, POLARISATION_ALIGNMENT)
          .usedFor(CARRIER_PHASE, EnumSet.of(CarrierPhase.BLIND), TEST_PHASES, HALF_WINDOW)
          .build();

  private ReceiverKeys() {}
}
