package org.lightpath.core.plan;

import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * A whole piece of work on one device-resident batch of fields, in place.
 *
 * <p>Plans are immutable and know no processor. The hierarchy is sealed so that the compiler shows
 * every engine that lacks a variant.
 */
public sealed interface FieldPlan
    permits PropagationPlan, GnlsePlan, SpectralFilterPlan, GainNoisePlan, TransformPlan, MeshPlan {
  /** Shape (batch, mode, time) of the fields this plan works on. */
  FieldShape shape();

  /** Precision in which the fields are stored and computed. */
  Precision precision();

  /**
   * Fourier transforms of one mode of one field that a run of this plan takes, over the batch; 0 if
   * only a run can tell.
   */
  long transforms();
}
