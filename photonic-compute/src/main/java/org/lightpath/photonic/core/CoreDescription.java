package org.lightpath.photonic.core;

import java.util.List;
import java.util.Objects;

/**
 * What a core does with a product, for tables and reports.
 *
 * @param core its name
 * @param signs how negative numbers are represented
 * @param photonsPerMac detected photons for each multiply-accumulate, in the mean over the
 *     operands' statistics; for a mesh, launched photons
 * @param readout figures of one readout
 * @param effects what is modelled and how faithfully
 */
public record CoreDescription(
    String core, Signs signs, double photonsPerMac, ReadoutFigures readout, List<Effect> effects) {
  /** Checks that nothing is missing. */
  public CoreDescription {
    Objects.requireNonNull(core);
    Objects.requireNonNull(signs);
    Objects.requireNonNull(readout);
    effects = List.copyOf(effects);
  }

  /**
   * Signs of both operands.
   *
   * @param inputs of the left operand
   * @param weights of the right operand
   */
  public record Signs(SignHandling inputs, SignHandling weights) {}

  /**
   * One readout.
   *
   * @param integrationLength terms that it sums at most
   * @param windows readouts of each output
   * @param photoelectrons expected on both diodes together in a full window; infinite without shot
   *     noise
   * @param fullScale of the converter, in units of y = Σ x w; infinite without a converter
   */
  public record ReadoutFigures(
      int integrationLength, int windows, double photoelectrons, double fullScale) {}

  /** The effects as lines of text. */
  public List<String> labels() {
    return effects.stream().map(Effect::label).toList();
  }
}
