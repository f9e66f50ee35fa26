package org.lightpath.aparapi.internal;

/** A kernel that works off a {@link FieldTables} on one field. */
abstract class FieldKernel extends DeviceKernel {
  /** Tables of the next launches; they are sent. */
  abstract void bindTables(FieldTables tables);

  /** The field of the next launches. */
  abstract void bindField(Reals data);

  /** Scratch memory: as large as a batch of fields, or local and twice as large as one. */
  abstract void bindWork(Reals data);

  /** Numbers of the first pass of the next launch, and of the one behind its last. */
  abstract void begin(int first, int after);
}
