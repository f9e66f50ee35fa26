package org.lightpath.tornado.internal.plan;

/** A program that holds the only current copy of some data on the device. */
interface Resident {
  /** Copies the data back to its host memory. */
  void writeBack();

  /** Forgets the data: it has been overwritten on the host, or is closed. */
  void forget();
}
