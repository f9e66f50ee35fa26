package org.lightpath.tornado.internal.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Sets of kernels that are not in use, kept for plans that fit into them: TornadoVM compiles the
 * kernels of each execution plan anew, which takes a good part of a second.
 */
public final class KernelPool {
  private static final int MOST_SETS = 24;
  private static final long MOST_BYTES = 256L << 20;
  private static final int SMALL = 1 << 12;
  private static final int LARGE = 1 << 18;

  private static final Deque<KernelSet> IDLE = new ArrayDeque<>();

  private KernelPool() {}

  /**
   * Size of an array that holds some numbers: coarse where they are few, so that sets are shared.
   */
  public static int roomy(long size) {
    if (size > LARGE) {
      return Math.toIntExact(size);
    }
    return Math.max(SMALL, Integer.highestOneBit((int) Math.max(1, size - 1)) << 1);
  }

  /** A set for a key, used before or new. */
  public static synchronized KernelSet take(KernelSet.Key key) {
    for (Iterator<KernelSet> sets = IDLE.iterator(); sets.hasNext(); ) {
      KernelSet set = sets.next();
      if (set.key().equals(key)) {
        sets.remove();
        return set;
      }
    }
    return new KernelSet(key);
  }

  /** Gives a set back; those unused for longest are closed where there are too many. */
  public static synchronized void giveBack(KernelSet set) {
    if (set.isBroken()) {
      set.close();
      return;
    }
    IDLE.addFirst(set);
    while (IDLE.size() > MOST_SETS
        || (IDLE.size() > 1 && IDLE.stream().mapToLong(KernelSet::bytes).sum() > MOST_BYTES)) {
      IDLE.removeLast().close();
    }
  }
}
