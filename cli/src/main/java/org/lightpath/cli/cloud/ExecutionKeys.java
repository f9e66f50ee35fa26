package org.lightpath.cli.cloud;

import java.util.List;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cloud.account.ServiceRules;

/**
 * Keys of the section {@code execution}: which products run where, and how truly they are
 * simulated.
 */
final class ExecutionKeys {
  /** How truly light is simulated. */
  enum Fidelity {
    /** The way of an optical product with every effect off. */
    IDEAL,
    /** The core's equations, with link effects fitted from waveform runs of the same network. */
    BEHAVIOURAL,
    /** Every symbol as a waveform through the fibres. */
    WAVEFORM
  }

  /** Where a product runs. */
  enum Where {
    OPTICAL,
    IDEAL,
    DIGITAL
  }

  /** What shares a full scale. */
  enum Scaling {
    TENSOR,
    CHANNEL
  }

  static final Key<Fidelity> FIDELITY =
      Key.of(
              "fidelity",
              Types.choice(Fidelity.class),
              "ideal: equals the digital result to rounding; behavioural: the core's equations with"
                  + " link effects fitted from waveforms; waveform: every symbol through the fibres.")
          .defaultsTo("behavioural", "costs about the digital run");

  static final Key<Where> ATTENTION =
      Key.of(
              "dynamicProducts",
              Types.choice(Where.class),
              "Where products of two activations run, as in attention.")
          .defaultsTo("optical", "both operands are light: nothing has to be loaded");

  static final Key<Long> SHORTEST =
      Key.of(
              "shortestInner",
              Types.whole(1, 1_000_000, "at least one term"),
              "Products with fewer terms K run digitally: their sums are too short to pay for"
                  + " converters.")
          .defaultsTo("16", "assumed: a 3 x 3 depthwise convolution has 9");

  static final Key<String> NODES =
      Key.of("nodes", Types.text("a pattern"), "Names of nodes; * stands for any letters.")
          .require();

  static final Key<Where> ON =
      Key.of("on", Types.choice(Where.class), "Where these nodes run.").require();

  static final Key<List<Values>> POLICY =
      Key.of(
          "policy",
          Types.list(
              Types.section(
                  Section.named("a rule", "Where some nodes run; the first rule that fits counts.")
                      .keys(NODES, ON)
                      .build())),
          "Where some nodes run; the first rule that fits counts. Default: all products on light.");

  static final Key<Scaling> SCALING =
      Key.of(
              "scaling",
              Types.choice(Scaling.class),
              "tensor: one full scale for each operand; channel: one for each row of the left and"
                  + " each column of the right operand.")
          .defaultsTo("tensor", "one gain setting for each product");

  static final Key<Long> CALIBRATION =
      Key.of(
              "calibrationSamples",
              Types.whole(1, 100_000, "at least one"),
              "Samples whose digital run fixes the full scales of all products beforehand.")
          .defaultsTo("16", "one batch");

  static final Key<Double> SHARE =
      Key.of(
              "calibrationShare",
              Types.real().between(0.5, 1, "a share of the values"),
              "Share of an operand's moduli within its full scale; the rest is clipped.")
          .defaultsTo("1", "the largest value sets the scale");

  static final Key<ServiceRules.Activations> ACTIVATIONS =
      Key.of(
              "activations",
              Types.choice(ServiceRules.Activations.class),
              "at-centre: only the first inputs and the last results cross the network; at-edge:"
                  + " every product's inputs do, and its results go back.")
          .defaultsTo("at-edge", "both operands from the edge, as two-stream computing has it");

  static final Key<ServiceRules.WeightArrival> WEIGHTS =
      Key.of(
              "weights",
              Types.choice(ServiceRules.WeightArrival.class),
              "scheduled: as light, launched in time; on-request: as light, asked for layer by layer;"
                  + " stored-first: as bits, then modulated at the centre.")
          .defaultsTo("scheduled", "the model streams as light");

  static final Key<Long> WAVEFORM_SAMPLES =
      Key.of(
              "waveformSamples",
              Types.whole(0, 100_000, "a number of samples"),
              "Samples that a behavioural run also sends as waveforms, to compare both levels layer"
                  + " by layer.")
          .defaultsTo("0", "costs minutes");

  static final Key<Long> SENSITIVITY_SAMPLES =
      Key.of(
              "sensitivitySamples",
              Types.whole(0, 100_000, "a number of samples"),
              "Samples that are run once for each product with only this one on light: which layer"
                  + " costs how much quality.")
          .defaultsTo("0", "one run for each product");

  static final Key<Values> EXECUTION =
      Key.of(
              "execution",
              Types.section(
                  Section.named(
                          "execution", "Which products run where, and how they are simulated.")
                      .keys(FIDELITY, ATTENTION, SHORTEST, POLICY)
                      .keys(SCALING, CALIBRATION, SHARE, ACTIVATIONS, WEIGHTS)
                      .keys(WAVEFORM_SAMPLES, SENSITIVITY_SAMPLES)
                      .build()),
              "Which products run where, and how truly they are simulated.")
          .defaultsTo("{}", "all products on light");

  private ExecutionKeys() {}
}
