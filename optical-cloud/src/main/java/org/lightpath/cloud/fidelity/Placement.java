package org.lightpath.cloud.fidelity;

/** Where a product is computed. */
public enum Placement {
  /** In the core, with its effects. */
  OPTICAL,
  /** Digitally. */
  DIGITAL,
  /** By the core's plan with every effect off. */
  IDEAL
}
