package org.lightpath.cli.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.cloud.account.Durations;
import org.lightpath.cloud.account.InferenceAccount;
import org.lightpath.cloud.account.LatencyStage;
import org.lightpath.cloud.traffic.ArrivalProcess;
import org.lightpath.cloud.traffic.Carriage;
import org.lightpath.cloud.traffic.ComputingCentre;
import org.lightpath.cloud.traffic.EdgeTraffic;
import org.lightpath.cloud.traffic.ServiceTime;
import org.lightpath.cloud.traffic.TrafficResult;
import org.lightpath.cloud.traffic.TrafficSimulation;
import org.lightpath.cloud.traffic.TrafficSpec;

/**
 * Requests of all edge nodes at one centre. A request crosses the network, waits for a core, and is
 * answered; without others on the way it takes exactly the latency of the account: time of flight
 * is that of its own path, the rest of the account is service, and sending results is sending.
 */
final class CloudTraffic {
  private static final double WARM_UP = 0.05;
  private static final int POINTS = 400;

  private final Values experiment;

  CloudTraffic(Values experiment) {
    this.experiment = experiment;
  }

  /** The simulation, if the experiment has traffic. */
  Optional<TrafficResult> run(CloudCase what, InferenceAccount account) {
    return experiment
        .find(TrafficKeys.TRAFFIC)
        .map(keys -> TrafficSimulation.run(spec(keys, what, account)));
  }

  private TrafficSpec spec(Values keys, CloudCase what, InferenceAccount account) {
    Durations durations = account.durations();
    double sending = durations.of(LatencyStage.RESULT_TRANSFER);
    double service = durations.total() - durations.fibre() - sending;
    double rate = keys.get(TrafficKeys.RATE);
    List<EdgeTraffic> nodes = new ArrayList<>();
    List<NetworkScenario.Service> services = what.network().services();
    double simulated = services.getFirst().inputs().budget().delay();
    for (int i = 0; i < services.size(); i++) {
      double delay = services.get(i).inputs().budget().delay();
      // All flights of an inference go over the node's own path.
      double flights = durations.fibre() * (simulated > 0 ? delay / simulated : 1);
      double back = Math.min(delay, flights);
      nodes.add(
          new EdgeTraffic(
              services.get(i).edge(),
              arrivals(keys, rate, i, services.size()),
              new Carriage(0, flights - back),
              new Carriage(sending, back)));
    }
    double duration = keys.get(TrafficKeys.REQUESTS) / (rate * services.size());
    ComputingCentre centre =
        new ComputingCentre(
            Math.toIntExact(keys.get(TrafficKeys.CORES)),
            ComputingCentre.Discipline.FIFO,
            ServiceTime.fixed(service),
            ComputingCentre.Batching.none(),
            keys.find(TrafficKeys.QUEUE)
                .map(queue -> OptionalInt.of(Math.toIntExact(queue)))
                .orElse(OptionalInt.empty()));
    return new TrafficSpec(
        nodes,
        centre,
        new TrafficSpec.Run(duration, WARM_UP * duration, experiment.get(CommonKeys.SEED), POINTS));
  }

  /** Regular requests of the nodes are shifted, so that they do not all come at once. */
  private static ArrivalProcess arrivals(Values keys, double rate, int node, int nodes) {
    return switch (keys.get(TrafficKeys.ARRIVALS)) {
      case POISSON -> new ArrivalProcess.Poisson(rate);
      case REGULAR -> new ArrivalProcess.Deterministic(1 / rate, node / (rate * nodes));
    };
  }
}
