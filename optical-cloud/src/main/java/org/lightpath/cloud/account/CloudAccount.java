package org.lightpath.cloud.account;

/**
 * Energy and time of inferences in a setting. Everything is computed from the records that are
 * given; defaults are in {@link AccountPresets}.
 *
 * <p><b>Energy</b> is counted by {@link EnergyComponent}, for one inference: a batch of B over B.
 * Optical products: lasers, biases and amplifiers for the time that the array is lit, modulators
 * and DACs by the symbol, ADCs by the read-out (formulas at {@link CentreHardware.Lasers} and
 * {@link Tiling}). The rest: macs·E_mac, operations·E_op, bits·E_bit.
 *
 * <p><b>Where light starts.</b> Inputs of the first optical product are modulated at the edge node;
 * later ones at the centre, or again at the edge if activations are kept there. Weights come from
 * their node, or are stored first. A product of two activations has both streams from one place.
 *
 * <p><b>Pipelining.</b> Within a product, symbols follow one another, so a delay of conversion,
 * flight and read-out counts once and the stream counts with its length. Between the layers of an
 * inference nothing overlaps: a layer needs all results of the one before. Different batches
 * overlap: the rate of a saturated centre is bound by its busiest resource, see {@link
 * ServiceRate}.
 */
public final class CloudAccount {
  private CloudAccount() {}

  /**
   * What an inference costs in a setting.
   *
   * @throws IllegalArgumentException if the core's fan-outs do not fit its array, if a converter is
   *     asked for more than its rating, or if there is no work at all
   */
  public static InferenceAccount of(Inference inference, CloudSetting setting) {
    return new Accountant(setting).account(inference);
  }
}
