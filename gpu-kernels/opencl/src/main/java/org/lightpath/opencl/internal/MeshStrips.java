package org.lightpath.opencl.internal;

import java.util.Optional;

/**
 * How a group holds the modes of some vectors, see {@code mesh.cl}.
 *
 * @param strip modes in the registers of an item
 * @param strips items along the modes
 * @param vectors items along the vectors
 */
record MeshStrips(int strip, int strips, int vectors) {
  /** Bytes of a strip: half of what an item may keep, since blocks and sums need room as well. */
  private static final int STRIP_BYTES = 128;

  private static final int MOST_VECTORS = 32;
  private static final int FEWEST_VECTORS = 8;
  private static final int GROUPS_PER_UNIT = 2;
  private static final int[] GROUPS = {256, 512};

  /**
   * Strips for a field: the smallest groups that hold all modes of eight vectors, or of all if
   * there are fewer, and more vectors as far as there are groups enough for the device.
   *
   * @param vectors of a field
   * @param fields of the batch
   * @param units compute units of the device
   * @return nothing if a group cannot hold them
   */
  static Optional<MeshStrips> of(Limits limits, int modes, int vectors, int fields, int units) {
    int strip = STRIP_BYTES / (2 * limits.realBytes());
    int enough = Math.min(FEWEST_VECTORS, powerFrom(vectors));
    for (int group : GROUPS) {
      for (int wide = 1; wide <= 2; wide++) {
        // A group of 256 with twice the modes to an item would hold what one of 512 holds faster.
        if (wide == 1 || group == GROUPS[1]) {
          int most = Math.min(group, limits.group());
          MeshStrips plan = widest(wide * strip, modes, powerFrom(vectors), most);
          if (plan.vectors >= enough && plan.localBytes(limits) <= limits.localBytes()) {
            return Optional.of(plan.spread(vectors, fields, units));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static MeshStrips widest(int strip, int modes, int vectors, int group) {
    int strips = Math.ceilDiv(modes, strip);
    int width = Math.min(MOST_VECTORS, vectors);
    while (width > 0 && (long) width * strips > group) {
      width /= 2;
    }
    return new MeshStrips(strip, strips, width);
  }

  private MeshStrips spread(int all, int fields, int units) {
    MeshStrips plan = this;
    while (plan.vectors > FEWEST_VECTORS
        && plan.groups(all, fields) < (long) GROUPS_PER_UNIT * units) {
      plan = new MeshStrips(strip, strips, plan.vectors / 2);
    }
    return plan;
  }

  /** The smallest power of two that is not below a number. */
  static int powerFrom(int number) {
    return number == 1 ? 1 : Integer.highestOneBit(number - 1) << 1;
  }

  int group() {
    return strips * vectors;
  }

  /** Groups of a launch. */
  long groups(int all, int fields) {
    return (long) fields * Math.ceilDiv(all, vectors);
  }

  /** Pairs of a column, so that no strip reads beyond them. */
  int slots() {
    return strips * strip / 2 + 1;
  }

  private long localBytes(Limits limits) {
    return 4L * group() * 2 * limits.realBytes();
  }
}
