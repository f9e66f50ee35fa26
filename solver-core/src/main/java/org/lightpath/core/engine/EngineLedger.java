package org.lightpath.core.engine;

/** The books of one engine, for those who write engines: bytes moved and held. */
public class EngineLedger {
  private long uploaded;
  private long downloaded;
  private long held;
  private long peak;

  /** Empty books. */
  public EngineLedger() {}

  /** Counts bytes moved to the device. */
  public final void countUpload(long bytes) {
    uploaded += bytes;
  }

  /** Counts bytes moved from the device. */
  public final void countDownload(long bytes) {
    downloaded += bytes;
  }

  /** Counts memory taken [B]. */
  public final void hold(long bytes) {
    held += bytes;
    peak = Math.max(peak, held);
  }

  /** Counts memory given back [B]. */
  public final void release(long bytes) {
    held -= bytes;
  }

  /** Totals so far. */
  public final EngineCounters counters() {
    return new EngineCounters(uploaded, downloaded, peak);
  }
}
