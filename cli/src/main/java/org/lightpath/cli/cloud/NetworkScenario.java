package org.lightpath.cli.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lightpath.cloud.network.AssignmentPolicy;
import org.lightpath.cloud.network.Demand;
import org.lightpath.cloud.network.DwdmGrid;
import org.lightpath.cloud.network.Lightpath;
import org.lightpath.cloud.network.Network;
import org.lightpath.cloud.network.PathBudget;
import org.lightpath.cloud.network.TransmissionModel;
import org.lightpath.cloud.network.TransmissionSpec;
import org.lightpath.cloud.network.WavelengthPlan;
import org.lightpath.cloud.network.WavelengthPlanner;

/**
 * A network with the streams of all edge nodes routed through it.
 *
 * @param network nodes and links
 * @param centre the node that computes
 * @param services one for each edge node, the simulated one first
 * @param model loss, noise and delay of paths
 * @param plan routes and wavelengths
 */
record NetworkScenario(
    Network network,
    String centre,
    List<Service> services,
    TransmissionModel model,
    WavelengthPlan plan) {
  private static final int ALTERNATIVES = 4;

  /**
   * Streams of one edge node.
   *
   * @param edge the node
   * @param inputs from it to the centre
   * @param weights from the node that holds the model; empty if that is the centre itself
   * @param results back to the edge node; empty if no fibre leads back
   */
  record Service(String edge, Stream inputs, Optional<Stream> weights, Optional<Stream> results) {}

  /**
   * One stream.
   *
   * @param lightpath route and channels
   * @param budget of its first channel, with all channels of the plan lit
   */
  record Stream(Lightpath lightpath, PathBudget budget) {
    int channel() {
      return budget.channel();
    }
  }

  NetworkScenario {
    services = List.copyOf(services);
  }

  /** Streams of the simulated edge node. */
  Service simulated() {
    return services.getFirst();
  }

  /** All streams. */
  List<Stream> streams() {
    List<Stream> all = new ArrayList<>();
    for (Service service : services) {
      all.add(service.inputs());
      service.weights().ifPresent(all::add);
      service.results().ifPresent(all::add);
    }
    return all;
  }

  /**
   * What is asked of a network.
   *
   * @param edges nodes that ask, the simulated one first
   * @param weights node that modulates the weights of each
   * @param wavelengths of each stream
   */
  record Wish(List<String> edges, List<String> weights, int wavelengths) {}

  /**
   * Routes everything.
   *
   * @throws org.lightpath.cloud.network.RoutingException if a stream finds no way or no wavelength
   */
  static NetworkScenario routed(
      Network network, String centre, Wish wish, DwdmGrid grid, TransmissionSpec spec) {
    List<Demand> demands = new ArrayList<>();
    for (int i = 0; i < wish.edges().size(); i++) {
      String edge = wish.edges().get(i);
      String store = wish.weights().get(i);
      demands.add(new Demand("inputs of " + edge, edge, centre, wish.wavelengths()));
      if (!store.equals(centre)) {
        demands.add(new Demand("weights of " + edge, store, centre, wish.wavelengths()));
      }
    }
    WavelengthPlan plan =
        new WavelengthPlanner(network, grid, ALTERNATIVES, new AssignmentPolicy.FirstFit())
            .plan(demands);
    TransmissionModel model = new TransmissionModel(network, grid, spec);
    List<PathBudget> budgets = model.budgets(plan);
    List<Service> services = new ArrayList<>();
    for (String edge : wish.edges()) {
      services.add(
          new Service(
              edge,
              stream(plan, budgets, "inputs of " + edge).orElseThrow(),
              stream(plan, budgets, "weights of " + edge),
              Optional.empty()));
    }
    return new NetworkScenario(network, centre, services, model, plan);
  }

  private static Optional<Stream> stream(
      WavelengthPlan plan, List<PathBudget> budgets, String demand) {
    return plan.lightpaths().stream()
        .filter(lightpath -> lightpath.demand().name().equals(demand))
        .findFirst()
        .map(
            lightpath ->
                new Stream(
                    lightpath,
                    budgets.stream()
                        .filter(
                            budget ->
                                budget.path().equals(lightpath.path())
                                    && budget.channel() == lightpath.channels().getFirst())
                        .findFirst()
                        .orElseThrow()));
  }
}
