package org.lightpath.cloud.traffic;

/** One edge node during a run. */
final class NodeState {
  final ArrivalClock clock;
  final Wavelengths uplink;
  final Wavelengths downlink;
  final Samples latencies = new Samples();
  final Samples uplinkWaits = new Samples();
  private final TrafficSpec.Run run;
  long arisen;
  long arisenCounted;
  long served;
  long servedCounted;
  long lost;
  long lostCounted;

  NodeState(EdgeTraffic traffic, TrafficSpec.Run run, int index) {
    this.run = run;
    this.clock = new ArrivalClock(traffic.arrivals(), run.seed(), index);
    this.uplink = new Wavelengths(traffic.uplink(), new BusyTime(run.warmUp(), run.duration()));
    this.downlink = new Wavelengths(traffic.downlink(), new BusyTime(run.warmUp(), run.duration()));
  }

  void arise(double now) {
    arisen++;
    if (now >= run.warmUp()) {
      arisenCounted++;
    }
  }

  void waitForUplink(double now) {
    if (now >= run.warmUp()) {
      uplinkWaits.add(uplink.wait(now));
    }
  }

  /** A request that arose then found a full queue. */
  void lose(double arisenAt) {
    lost++;
    if (arisenAt >= run.warmUp()) {
      lostCounted++;
    }
  }

  void complete(double arisenAt, double now) {
    served++;
    if (now >= run.warmUp() && now < run.duration()) {
      servedCounted++;
    }
    if (arisenAt >= run.warmUp()) {
      latencies.add(now - arisenAt);
    }
  }
}
