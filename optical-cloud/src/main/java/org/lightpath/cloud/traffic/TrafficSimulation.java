package org.lightpath.cloud.traffic;

import java.util.ArrayList;
import java.util.List;

/**
 * Discrete-event simulation of edge nodes that share a computing centre.
 *
 * <p>A request arises at its node, waits for the node's wavelengths, occupies them for its
 * transmission, travels to the centre, waits for a core slot, is served (with others, if batches
 * are allowed), waits for the node's wavelengths back, is transmitted and travels. Requests enter
 * the queue with their last symbol.
 *
 * <p>Random numbers are counted per node and for the centre: the same specification gives the same
 * result, and a node's arrivals do not depend on the other nodes.
 */
public final class TrafficSimulation {
  private static final int ARISES = 0;
  private static final int REACHES = 1;
  private static final int SERVED = 2;
  private static final int RETURNED = 3;
  private static final int WINDOW_ENDS = 4;
  private static final int SERVICE_DRAWS = Integer.MAX_VALUE;

  private final TrafficSpec spec;
  private final ComputingCentre centre;
  private final Requests requests = new Requests();
  private final EventQueue events = new EventQueue();
  private final WaitingRoom room;
  private final ExponentialDraws serviceDraws;
  private final List<NodeState> nodes = new ArrayList<>();
  private final CentreState state;
  private int freeSlots;
  private double windowAt = Double.NaN;

  private TrafficSimulation(TrafficSpec spec) {
    this.spec = spec;
    this.centre = spec.centre();
    this.room = new WaitingRoom(requests, spec.nodes(), centre.discipline());
    this.serviceDraws = new ExponentialDraws(spec.run().seed(), SERVICE_DRAWS);
    this.state = new CentreState(spec.run());
    this.freeSlots = centre.slots();
    for (int i = 0; i < spec.nodes().size(); i++) {
      nodes.add(new NodeState(spec.nodes().get(i), spec.run(), i));
    }
  }

  /** Runs until every request is back or lost. */
  public static TrafficResult run(TrafficSpec spec) {
    TrafficSimulation simulation = new TrafficSimulation(spec);
    simulation.run();
    return new ResultBuilder(spec, simulation.nodes, simulation.state)
        .build(simulation.events.scheduled());
  }

  private void run() {
    for (int node = 0; node < nodes.size(); node++) {
      scheduleArrival(node);
    }
    while (!events.isEmpty()) {
      events.next();
      double now = events.time();
      state.advance(now, room.size());
      int subject = events.subject();
      switch (events.kind()) {
        case ARISES -> arise(subject, now);
        case REACHES -> reach(subject, now);
        case SERVED -> finish(subject, now);
        case RETURNED -> result(subject, now);
        case WINDOW_ENDS -> start(now);
        default -> throw new IllegalStateException("no event of kind " + events.kind());
      }
    }
    state.advance(spec.run().duration(), 0);
  }

  private void scheduleArrival(int node) {
    double at = nodes.get(node).clock.next();
    if (at < spec.run().duration()) {
      events.schedule(at, ARISES, node);
    }
  }

  private void arise(int index, double now) {
    scheduleArrival(index);
    NodeState node = nodes.get(index);
    node.arise(now);
    if (!node.uplink.accepts(now)) {
      node.lose(now);
      return;
    }
    state.enter();
    node.waitForUplink(now);
    events.schedule(node.uplink.send(now), REACHES, requests.open(index, now));
  }

  private void reach(int request, double now) {
    requests.reach(request, now);
    ComputingCentre.Batching batching = centre.batching();
    boolean startsAtOnce =
        freeSlots > 0 && (batching.window() == 0 || room.size() + 1 >= batching.largest());
    if (!startsAtOnce && room.size() >= centre.capacity().orElse(Integer.MAX_VALUE)) {
      nodes.get(requests.node(request)).lose(requests.arisen(request));
      state.leave(now, requests.arisen(request), false);
      requests.close(request);
      return;
    }
    room.add(request);
    start(now);
  }

  /** Fills free slots with batches that are full or have waited long enough. */
  private void start(double now) {
    ComputingCentre.Batching batching = centre.batching();
    while (freeSlots > 0 && room.size() > 0) {
      if (room.size() < batching.largest() && batching.window() > 0) {
        double until = room.oldest() + batching.window();
        if (now < until) {
          if (windowAt != until) {
            windowAt = until;
            events.schedule(until, WINDOW_ENDS, Requests.NONE);
          }
          return;
        }
      }
      startBatch(now, Math.min(room.size(), batching.largest()));
    }
  }

  private void startBatch(double now, int size) {
    int first = Requests.NONE;
    int last = Requests.NONE;
    for (int i = 0; i < size; i++) {
      int request = room.take();
      state.serve(requests.arisen(request), now - requests.reached(request));
      requests.link(request, Requests.NONE);
      if (first == Requests.NONE) {
        first = request;
      } else {
        requests.link(last, request);
      }
      last = request;
    }
    double time = centre.service().mean(size);
    if (centre.service().law() == ServiceTime.Law.EXPONENTIAL) {
      time *= serviceDraws.next();
    }
    freeSlots--;
    state.occupy(now, now + time);
    events.schedule(now + time, SERVED, first);
  }

  private void finish(int batch, double now) {
    freeSlots++;
    int request = batch;
    while (request != Requests.NONE) {
      int following = requests.next(request);
      NodeState node = nodes.get(requests.node(request));
      events.schedule(node.downlink.send(now), RETURNED, request);
      request = following;
    }
    start(now);
  }

  private void result(int request, double now) {
    double arisen = requests.arisen(request);
    nodes.get(requests.node(request)).complete(arisen, now);
    state.leave(now, arisen, true);
    requests.close(request);
  }
}
