package org.lightpath.opencl.internal;

import org.lightpath.core.engine.EngineCounters;

/** The books of one engine: bytes moved and held on all its devices, and launches. */
public final class Ledger {
  private final Launches launches = new Launches();
  private long uploaded;
  private long downloaded;
  private long held;
  private long peak;

  /** Empty books. */
  public Ledger() {}

  /** Launches so far. */
  public Launches launches() {
    return launches;
  }

  void countUpload(long bytes) {
    uploaded += bytes;
  }

  void countDownload(long bytes) {
    downloaded += bytes;
  }

  void hold(long bytes) {
    held += bytes;
    peak = Math.max(peak, held);
  }

  void release(long bytes) {
    held -= bytes;
  }

  /** Totals so far. */
  public EngineCounters counters() {
    return new EngineCounters(uploaded, downloaded, peak);
  }
}
