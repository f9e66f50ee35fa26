package org.lightpath.cloud.traffic;

import java.util.ArrayList;
import java.util.List;

/** The computing centre during a run. */
final class CentreState {
  final BusyTime occupied;
  final BusyTime queue;
  final BusyTime system;
  final Samples waits = new Samples();
  final Samples latencies = new Samples();
  final List<Integer> series = new ArrayList<>();
  private final TrafficSpec.Run run;
  private final double interval;
  private double last;
  private long inSystem;
  double waitSum;
  double systemSum;
  long servedRequests;
  long batches;

  CentreState(TrafficSpec.Run run) {
    this.run = run;
    this.interval = run.samples() == 0 ? 0 : run.duration() / run.samples();
    this.occupied = new BusyTime(run.warmUp(), run.duration());
    this.queue = new BusyTime(run.warmUp(), run.duration());
    this.system = new BusyTime(run.warmUp(), run.duration());
  }

  double interval() {
    return interval;
  }

  /** Time passes while so many wait. */
  void advance(double now, int waiting) {
    if (now <= last) {
      return;
    }
    while (series.size() < run.samples() && series.size() * interval < now) {
      series.add(waiting);
    }
    queue.add(last, now, waiting);
    system.add(last, now, (double) inSystem);
    last = now;
  }

  void enter() {
    inSystem++;
  }

  void leave(double now, double arisen, boolean served) {
    inSystem--;
    systemSum += now - arisen;
    if (served && arisen >= run.warmUp()) {
      latencies.add(now - arisen);
    }
  }

  void serve(double arisen, double wait) {
    servedRequests++;
    waitSum += wait;
    if (arisen >= run.warmUp()) {
      waits.add(wait);
    }
  }

  void occupy(double from, double to) {
    batches++;
    occupied.add(from, to, 1);
  }
}
