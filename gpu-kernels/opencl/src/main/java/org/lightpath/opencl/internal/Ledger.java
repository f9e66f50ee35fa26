package org.lightpath.opencl.internal;

import org.lightpath.core.engine.EngineLedger;

/** The books of one engine: bytes moved and held on all its devices, and launches. */
public final class Ledger extends EngineLedger {
  private final Launches launches = new Launches();

  /** Empty books. */
  public Ledger() {}

  /** Launches so far. */
  public Launches launches() {
    return launches;
  }
}
