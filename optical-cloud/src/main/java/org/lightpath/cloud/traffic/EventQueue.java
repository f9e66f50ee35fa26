package org.lightpath.cloud.traffic;

import java.util.Arrays;

/** Events by time, equal times in the order of their scheduling: a binary heap in arrays. */
final class EventQueue {
  private double[] time = new double[64];
  private long[] order = new long[64];
  private int[] kind = new int[64];
  private int[] subject = new int[64];
  private int size;
  private long scheduled;

  private double nextTime;
  private int nextKind;
  private int nextSubject;

  boolean isEmpty() {
    return size == 0;
  }

  /** Number of events so far. */
  long scheduled() {
    return scheduled;
  }

  void schedule(double at, int what, int about) {
    if (size == time.length) {
      grow();
    }
    long number = scheduled++;
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!before(at, number, parent)) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    put(hole, at, number, what, about);
  }

  /** Takes the first event out; its parts are then to be read. */
  void next() {
    nextTime = time[0];
    nextKind = kind[0];
    nextSubject = subject[0];
    size--;
    double at = time[size];
    long number = order[size];
    int hole = 0;
    while (true) {
      int child = 2 * hole + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && before(time[child + 1], order[child + 1], child)) {
        child++;
      }
      if (before(at, number, child)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, at, number, kind[size], subject[size]);
  }

  double time() {
    return nextTime;
  }

  int kind() {
    return nextKind;
  }

  int subject() {
    return nextSubject;
  }

  private boolean before(double at, long number, int other) {
    return at < time[other] || (at == time[other] && number < order[other]);
  }

  private void move(int from, int to) {
    put(to, time[from], order[from], kind[from], subject[from]);
  }

  private void put(int place, double at, long number, int what, int about) {
    time[place] = at;
    order[place] = number;
    kind[place] = what;
    subject[place] = about;
  }

  private void grow() {
    int larger = 2 * size;
    time = Arrays.copyOf(time, larger);
    order = Arrays.copyOf(order, larger);
    kind = Arrays.copyOf(kind, larger);
    subject = Arrays.copyOf(subject, larger);
  }
}
