package org.lightpath.photonic.energy.published;

/**
 * What to do with slips in a published model.
 *
 * <p>In the artefact of Lightening-Transformer: the read energy of the global buffer enters squared
 * for the operands of attention (simulator_attn.py), so that this term vanishes; operations that
 * are not matrix products are counted for one block instead of all, always at 4 bits, and their
 * time in seconds is added to milliseconds (utils/model.py); rewriting the rings of a weight bank
 * is doubled for layers with weights but not for attention (simulator_FFN.py). In SimPhony: times
 * are ten times too long, see {@link SimphonyCore#seconds}.
 */
public enum Slips {
  /** Keep them: reproduces the published numbers. */
  KEPT,
  /** Put them right. */
  CORRECTED
}
