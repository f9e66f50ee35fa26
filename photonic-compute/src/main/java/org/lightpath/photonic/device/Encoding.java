package org.lightpath.photonic.device;

/** What of the light carries the number. */
public enum Encoding {
  /** The in-phase part of the field: signed, push-pull about the null. */
  FIELD,
  /** The power: not negative. */
  INTENSITY
}
