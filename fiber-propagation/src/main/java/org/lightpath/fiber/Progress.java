package org.lightpath.fiber;

/**
 * How far a propagation has come.
 *
 * @param begun stretches or spans that were already done when this run began
 * @param done stretches or spans finished
 * @param total stretches or spans in all
 * @param position z reached [m]
 * @param length total length [m]
 * @param elapsed time this run has propagated [s]
 */
public record Progress(
    int begun, int done, int total, double position, double length, double elapsed) {
  /** Time left [s] if the rest goes at the pace of this run so far; 0 once all is done. */
  public double remaining() {
    if (done == total) {
      return 0;
    }
    return done == begun ? Double.POSITIVE_INFINITY : elapsed * (total - done) / (done - begun);
  }
}
