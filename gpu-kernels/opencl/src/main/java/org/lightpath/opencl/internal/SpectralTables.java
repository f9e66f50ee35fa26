package org.lightpath.opencl.internal;

/** The spectral tables H of a program on one device, in the order of its spectrum. */
interface SpectralTables {
  /** All tables: [slot][row][stored bin]. */
  DeviceBuffer buffer();

  /** Rows of a slot: 1, or one for each mode. */
  int rows();

  /** Number of operators. */
  int operators();

  /** Slot of an operator. */
  int slot(int operator);

  /** How often the slot changes from one operator to the next. */
  int changes();

  /** Bytes of one slot [B]. */
  long slotBytes();

  /** Tables that {@link #prepare} enqueues. */
  default int builds(int operator) {
    return 0;
  }

  /** First operator of the next stretch of operators whose tables are held together. */
  int nextStretch(int operator);

  /** Enqueues the tables of the stretch that begins with an operator, where they are not there. */
  void prepare(int operator);
}
