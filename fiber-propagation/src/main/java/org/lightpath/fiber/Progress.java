package org.lightpath.fiber;

/**
 * How far a propagation has come.
 *
 * @param done stretches or spans finished
 * @param total stretches or spans in all
 * @param position z reached [m]
 * @param length total length [m]
 * @param elapsed time since the run began [s]
 */
public record Progress(int done, int total, double position, double length, double elapsed) {
  /** Time left [s] if the rest goes at the pace so far; 0 once all is done. */
  public double remaining() {
    return done == 0 ? Double.POSITIVE_INFINITY : elapsed * (total - done) / done;
  }
}
