package org.lightpath.core.cpu.internal;

import org.lightpath.core.engine.EngineCounters;

/** The books of one engine: bytes moved and held. */
public final class Ledger {
  private long uploaded;
  private long downloaded;
  private long held;
  private long peak;

  /** Empty books. */
  public Ledger() {}

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
