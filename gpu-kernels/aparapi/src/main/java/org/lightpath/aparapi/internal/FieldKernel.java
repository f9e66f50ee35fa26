package org.lightpath.aparapi.internal;

/** A kernel that works off a {@link FieldTables} on one field. */
abstract class FieldKernel extends DeviceKernel {
  /** Tables of the next launches; they are sent. */
  abstract void bindTables(FieldTables tables);

  /** The field of the next launches. */
  abstract void bindField(Reals data);

  /** Scratch memory as large as the field. */
  abstract void bindWork(Reals data);

  /** Number of the first pass of the next launch. */
  abstract void begin(int pass);
}
