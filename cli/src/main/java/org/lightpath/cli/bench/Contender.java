package org.lightpath.cli.bench;

import java.util.Optional;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.field.Precision;

/** Someone who takes part in a benchmark: one of our engines, or a peer. */
interface Contender extends AutoCloseable {
  /** Name for the table. */
  String name();

  /** What it runs on and how, for the table. */
  String detail();

  /** Host threads it uses. */
  int threads();

  /** Whether it computes on this machine's cores. */
  boolean onHost();

  /**
   * Ceilings of what it runs on.
   *
   * @param workingSetBytes bytes gone through again and again [B]
   */
  Optional<DeviceCeilings> ceilings(Precision precision, long workingSetBytes);

  @Override
  void close();
}
