package org.lightpath.core.cpu.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a mesh into windows of neighbouring modes.
 *
 * <p>Layers of windows of 2b modes alternate like bricks. Each window takes every interferometer
 * inside it whose predecessors are taken already: in a full mesh b² of them, a diamond, the most
 * that any cut gives a window; triangles at the ends, more along the first and last mode, fewer
 * where places are empty. No order is assumed of the columns.
 */
final class MeshLayout {
  private final int[] begin;
  private final int[] queue;
  private final int[] head;

  private MeshLayout(MeshPlaces places) {
    this.begin = new int[places.modes() + 1];
    for (int i = 0; i < places.count(); i++) {
      begin[places.mode(i) + 1]++;
      begin[places.mode(i) + 2]++;
    }
    for (int m = 0; m < places.modes(); m++) {
      begin[m + 1] += begin[m];
    }
    this.head = Arrays.copyOf(begin, places.modes());
    this.queue = new int[2 * places.count()];
    for (int i = 0; i < places.count(); i++) {
      queue[head[places.mode(i)]++] = i;
      queue[head[places.mode(i) + 1]++] = i;
    }
    System.arraycopy(begin, 0, head, 0, head.length);
  }

  /**
   * Interferometers of each window in an order that light may take.
   *
   * @param half b
   */
  static List<int[]> windows(MeshPlaces places, int half) {
    MeshLayout layout = new MeshLayout(places);
    List<int[]> windows = new ArrayList<>();
    int left = places.count();
    for (int start = 0; left > 0; start = start == 0 ? -half : 0) {
      for (int low = start; low < places.modes(); low += 2 * half) {
        int[] taken = layout.take(Math.max(low, 0), Math.min(low + 2 * half, places.modes()));
        if (taken.length > 0) {
          windows.add(taken);
          left -= taken.length;
        }
      }
    }
    return windows;
  }

  private int[] take(int low, int high) {
    int[] taken = new int[2 * (high - low)];
    int count = 0;
    boolean more = true;
    while (more) {
      more = false;
      for (int m = low; m + 1 < high; m++) {
        int next = next(m);
        if (next < 0 || next != next(m + 1)) {
          continue;
        }
        if (count == taken.length) {
          taken = Arrays.copyOf(taken, 2 * count);
        }
        taken[count++] = next;
        head[m]++;
        head[m + 1]++;
        more = true;
      }
    }
    return Arrays.copyOf(taken, count);
  }

  /** Next interferometer that a mode meets, −1 at the end. */
  private int next(int mode) {
    return head[mode] < begin[mode + 1] ? queue[head[mode]] : -1;
  }
}
