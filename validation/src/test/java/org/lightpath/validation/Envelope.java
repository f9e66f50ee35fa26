package org.lightpath.validation;

/** A complex envelope as a function of time. */
@FunctionalInterface
interface Envelope {
  /** A(t) [√W] at a time [s]. */
  Complex at(double time);
}
