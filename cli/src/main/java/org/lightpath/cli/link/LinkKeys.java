package org.lightpath.cli.link;

import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.cli.kind.StepKeys;
import org.lightpath.core.quantity.QuantityKind;

/** Keys of experiments of kind {@code link}. */
final class LinkKeys {
  /** Which fields are kept in {@code fields.arrow}. */
  enum KeptFields {
    NONE,
    ENDS
  }

  static final Key<Values> TRANSMITTER =
      Key.of("transmitter", Types.section(TransmitterKeys.SECTION), "WDM transmitter.").require();

  static final Key<Values> SPANS =
      Key.of("spans", Types.section(SpanKeys.SPANS), "Equal spans in a row.").require();

  static final Key<Values> AMPLIFIER =
      Key.of("amplifier", Types.section(SpanKeys.AMPLIFIER), "Amplifier at the end of each span.")
          .defaultsTo("edfa", "the preset");

  static final Key<Values> FILTER =
      Key.of(
          "filter",
          Types.section(SpanKeys.FILTER),
          "Optical filter after each amplifier; none unless given.");

  static final Key<Values> RECEIVER =
      Key.of("receiver", Types.section(ReceiverKeys.SECTION), "Coherent receiver.")
          .defaultsTo("{}", "dispersion compensation and matched filter");

  static final Key<Values> STEPS =
      Key.of("steps", Types.section(StepKeys.SECTION), "How each fibre is divided into steps.")
          .defaultsTo("{}", "dispersion-limited steps of 20 rad");

  static final Key<Boolean> STEP_ERROR =
      Key.of(
              "stepError",
              Types.flag(),
              "Whether to estimate the error of the steps; takes half of a span's time more.")
          .defaultsTo("true", "a result without an error estimate is worth little");

  static final Key<KeptFields> FIELDS =
      Key.of(
              "fields",
              Types.choice(KeptFields.class),
              "Complex fields kept in fields.arrow: none, or those at both ends.")
          .defaultsTo("none", "they are large");

  static final Key<Double> CHECKPOINT_INTERVAL =
      Key.of(
              "checkpointInterval",
              Types.quantity(QuantityKind.TIME).atLeast(0, "time goes on"),
              "Least time between checkpoints; they are written after a span.")
          .defaultsTo("60 s", "costs little and loses little");

  static final Section SECTION =
      CommonKeys.section("link", "Transmitter, spans, amplifiers, receiver.")
          .keys(TRANSMITTER, SPANS, AMPLIFIER, FILTER, RECEIVER)
          .keys(STEPS, STEP_ERROR, FIELDS, CHECKPOINT_INTERVAL)
          .build();

  private LinkKeys() {}
}
