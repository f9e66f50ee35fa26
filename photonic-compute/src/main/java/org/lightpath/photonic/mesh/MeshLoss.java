package org.lightpath.photonic.mesh;

/**
 * Loss of the interferometers of a mesh. Each has four arm segments; the loss of a segment is half
 * the mean plus a normal deviate times the spread, cut at 0 dB. Modes that pass a column without an
 * interferometer lose nothing there.
 *
 * @param meanDecibels mean loss of a passage through one interferometer [dB]
 * @param armSpreadDecibels standard deviation of the loss of each arm segment [dB]; unlike arms
 *     spoil interference
 */
public record MeshLoss(double meanDecibels, double armSpreadDecibels) {
  /** No loss. */
  public static final MeshLoss NONE = new MeshLoss(0, 0);

  /** Checks the range. */
  public MeshLoss {
    MeshImperfections.requireNotNegative("mean loss [dB]", meanDecibels);
    MeshImperfections.requireNotNegative("spread of the arm loss [dB]", armSpreadDecibels);
  }

  /** Power transmission of an arm segment for a standard normal deviate. */
  double segmentTransmission(double deviate) {
    double decibels = Math.max(0, meanDecibels / 2 + armSpreadDecibels * deviate);
    return Math.pow(10, -decibels / 10);
  }

  boolean isNone() {
    return meanDecibels == 0 && armSpreadDecibels == 0;
  }
}
