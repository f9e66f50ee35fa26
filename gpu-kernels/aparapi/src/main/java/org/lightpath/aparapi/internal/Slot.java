package org.lightpath.aparapi.internal;

/** A kernel's argument that holds one array at a time. */
@FunctionalInterface
interface Slot {
  /** Copies the array back from the device. */
  void fetch(Reals data);
}
