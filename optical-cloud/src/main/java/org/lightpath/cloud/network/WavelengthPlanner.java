package org.lightpath.cloud.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lightpath.core.random.Philox;

/**
 * Routing and wavelength assignment: demands one after the other, each on the first of its k
 * shortest ways on which enough wavelengths are free on all links at once (fixed-alternate routing
 * under wavelength continuity).
 *
 * <p>The two directions between two nodes are two fibres, each with all wavelengths.
 */
public final class WavelengthPlanner {
  private static final int STREAM = 0x52574100; // "RWA"

  private final Network network;
  private final DwdmGrid grid;
  private final int alternatives;
  private final AssignmentPolicy policy;
  private final Router router;

  /**
   * A planner.
   *
   * @param network where
   * @param grid wavelengths of every fibre
   * @param alternatives k ≥ 1, ways tried for each demand
   * @param policy which free wavelengths are taken
   */
  public WavelengthPlanner(
      Network network, DwdmGrid grid, int alternatives, AssignmentPolicy policy) {
    this.network = Objects.requireNonNull(network);
    this.grid = Objects.requireNonNull(grid);
    this.alternatives = alternatives;
    this.policy = Objects.requireNonNull(policy);
    this.router = new Router(network);
    if (alternatives < 1) {
      throw new IllegalArgumentException(
          "wavelength planner: %d alternative ways, expected at least 1".formatted(alternatives));
    }
  }

  /** Lightpaths placed so far. */
  private static final class Occupancy {
    final Map<String, BitSet> used = new HashMap<>();
    final Map<String, List<String>> users = new HashMap<>();

    BitSet of(FiberLink link) {
      return used.computeIfAbsent(link.name(), _ -> new BitSet());
    }

    void place(Lightpath lightpath) {
      for (FiberLink link : lightpath.path().links()) {
        lightpath.channels().forEach(of(link)::set);
        users.computeIfAbsent(link.name(), _ -> new ArrayList<>()).add(lightpath.demand().name());
      }
    }

    long count(int channel) {
      return used.values().stream().filter(set -> set.get(channel)).count();
    }
  }

  /**
   * Routes and wavelengths of demands, in their order.
   *
   * @throws RoutingException if a demand has no way, or no way with enough free wavelengths: says
   *     which demand, which fibres are full and by whom, and what would help
   * @throws IllegalArgumentException if two demands have the same name
   */
  public WavelengthPlan plan(List<Demand> demands) {
    Set<String> names = new HashSet<>();
    Occupancy occupancy = new Occupancy();
    List<Lightpath> lightpaths = new ArrayList<>();
    for (Demand demand : demands) {
      if (!names.add(demand.name())) {
        throw new IllegalArgumentException(
            "demand '%s' occurs twice; give every demand its own name".formatted(demand.name()));
      }
      Lightpath lightpath = place(demand, lightpaths.size(), occupancy);
      occupancy.place(lightpath);
      lightpaths.add(lightpath);
    }
    return new WavelengthPlan(grid, lightpaths);
  }

  private Lightpath place(Demand demand, int index, Occupancy occupancy) {
    if (demand.wavelengths() > grid.channels()) {
      throw new RoutingException(
          demand.name(),
          "demand '%s' asks for %d wavelengths, the grid has %d; ask for fewer or give the grid more channels"
              .formatted(demand.name(), demand.wavelengths(), grid.channels()));
    }
    List<NetworkPath> ways = ways(demand);
    for (NetworkPath way : ways) {
      List<Integer> free = free(way, occupancy);
      if (free.size() >= demand.wavelengths()) {
        List<Integer> taken =
            free.stream()
                .sorted(preference(index, occupancy))
                .limit(demand.wavelengths())
                .sorted()
                .toList();
        return new Lightpath(demand, way, taken);
      }
    }
    throw exhausted(demand, ways, occupancy);
  }

  private List<NetworkPath> ways(Demand demand) {
    try {
      return router.shortest(demand.source(), demand.destination(), alternatives);
    } catch (RoutingException e) {
      throw new RoutingException(
          demand.name(), "demand '%s': %s".formatted(demand.name(), e.getMessage()));
    }
  }

  private List<Integer> free(NetworkPath way, Occupancy occupancy) {
    BitSet used = new BitSet();
    way.links().forEach(link -> used.or(occupancy.of(link)));
    return IntStream.range(0, grid.channels()).filter(c -> !used.get(c)).boxed().toList();
  }

  private Comparator<Integer> preference(int demand, Occupancy occupancy) {
    return switch (policy) {
      case AssignmentPolicy.FirstFit _ -> Comparator.naturalOrder();
      case AssignmentPolicy.MostUsed _ ->
          Comparator.<Integer>comparingLong(channel -> -occupancy.count(channel))
              .thenComparing(Comparator.naturalOrder());
      case AssignmentPolicy.RandomFit random ->
          Comparator.<Integer>comparingDouble(channel -> draw(random.seed(), demand, channel))
              .thenComparing(Comparator.naturalOrder());
    };
  }

  private static double draw(long seed, int demand, int channel) {
    int[] words = new int[4];
    Philox.words(seed, STREAM, demand, channel, words);
    return Philox.uniform(words[0]);
  }

  private RoutingException exhausted(Demand demand, List<NetworkPath> ways, Occupancy occupancy) {
    String tried =
        ways.stream()
            .map(way -> "  " + way + ": " + obstacle(way, demand, occupancy))
            .collect(Collectors.joining(System.lineSeparator()));
    return new RoutingException(
        demand.name(),
        "demand '%s' needs %d wavelength(s) from '%s' to '%s' in network '%s', and none of its %d shortest way(s) has them free:%n%s%nGive the grid more channels (now %d), try more ways than %d, add a fibre beside a full one, or ask for fewer wavelengths."
            .formatted(
                demand.name(),
                demand.wavelengths(),
                demand.source(),
                demand.destination(),
                network.name(),
                ways.size(),
                tried,
                grid.channels(),
                alternatives));
  }

  private String obstacle(NetworkPath way, Demand demand, Occupancy occupancy) {
    List<String> full = new ArrayList<>();
    for (FiberLink link : way.links()) {
      int free = grid.channels() - occupancy.of(link).cardinality();
      if (free < demand.wavelengths()) {
        full.add(
            "fibre '%s' has %d of %d free (in use by %s)"
                .formatted(
                    link.name(),
                    free,
                    grid.channels(),
                    String.join(", ", occupancy.users.getOrDefault(link.name(), List.of()))));
      }
    }
    if (!full.isEmpty()) {
      return String.join("; ", full);
    }
    return "each fibre has enough, but free on all of them at once are only channels %s (%s)"
        .formatted(
            free(way, occupancy),
            way.links().stream()
                .map(link -> link.name() + " in use: " + occupancy.of(link))
                .collect(Collectors.joining("; ")));
  }
}
