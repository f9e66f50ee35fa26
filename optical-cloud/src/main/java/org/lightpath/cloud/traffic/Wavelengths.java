package org.lightpath.cloud.traffic;

import java.util.Arrays;

/**
 * The wavelengths of one node in one direction: a line served in order of arrival with a fixed time
 * each, so every departure is known on arrival.
 */
final class Wavelengths {
  private final Carriage carriage;
  private final BusyTime busy;
  private double freeAt;
  private double[] starts = new double[16];
  private int head;
  private int waiting;

  Wavelengths(Carriage carriage, BusyTime busy) {
    this.carriage = carriage;
    this.busy = busy;
  }

  /** Whether one more may wait, or need not. */
  boolean accepts(double now) {
    if (carriage.capacity().isEmpty() || freeAt <= now) {
      return true;
    }
    while (waiting > 0 && starts[head] <= now) {
      head = (head + 1) % starts.length;
      waiting--;
    }
    return waiting < carriage.capacity().getAsInt();
  }

  /** Takes one in; returns the time [s] at which its last symbol has reached the far end. */
  double send(double now) {
    double start = Math.max(now, freeAt);
    freeAt = start + carriage.transmission();
    busy.add(start, freeAt, 1);
    if (carriage.capacity().isPresent() && start > now) {
      remember(start);
    }
    return freeAt + carriage.propagation();
  }

  /** Time [s] that one sent now would wait for the wavelengths. */
  double wait(double now) {
    return Math.max(0, freeAt - now);
  }

  double utilisation() {
    return busy.mean();
  }

  private void remember(double start) {
    if (waiting == starts.length) {
      double[] larger = Arrays.copyOf(starts, 2 * waiting);
      for (int i = 0; i < waiting; i++) {
        larger[i] = starts[(head + i) % starts.length];
      }
      starts = larger;
      head = 0;
    }
    starts[(head + waiting) % starts.length] = start;
    waiting++;
  }
}
