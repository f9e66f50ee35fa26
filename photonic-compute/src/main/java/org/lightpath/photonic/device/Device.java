package org.lightpath.photonic.device;

/** A part of a system: what it is called and where its numbers come from. */
public interface Device {
  /** Name, as in the source. */
  String name();

  /** Where the numbers come from. */
  Provenance provenance();
}
