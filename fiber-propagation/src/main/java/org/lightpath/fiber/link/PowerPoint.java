package org.lightpath.fiber.link;

import java.util.List;

/**
 * Mean power along a link.
 *
 * @param position z [m]
 * @param levels power of each field of the batch [dBm], over both polarisations
 */
public record PowerPoint(double position, List<Double> levels) {
  /** Copies the list. */
  public PowerPoint {
    levels = List.copyOf(levels);
  }
}
