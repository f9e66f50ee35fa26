package org.lightpath.aparapi.internal;

/** Something to do with a field. */
interface FieldWork {
  /** Does it, in place. */
  void run(Mirror field);

  /** Memory of its tables [B]. */
  long bytes();
}
