package org.lightpath.cloud.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.gn.GnPolarisation;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.LinkElement;
import org.lightpath.fiber.link.LumpedLoss;
import org.lightpath.fiber.link.Span;

/**
 * Power, noise, dispersion and delay of channels on paths of a network, element by element, and the
 * same elements as a {@link Link} for split-step propagation.
 *
 * <p>Amplifiers have flat gain and the noise of {@link Amplifier}; OSNR is that of {@link
 * org.lightpath.fiber.transceiver.Osnr}. Nonlinear interference follows from a GN model of the
 * path's fibres with the given channels lit on all of them. What filters cut from a channel's sides
 * is not in the budget: it takes waveforms.
 */
public final class TransmissionModel {
  private final Network network;
  private final DwdmGrid grid;
  private final TransmissionSpec spec;

  /**
   * A model of a network.
   *
   * @throws IllegalArgumentException if channels overlap: the symbol rate is above the spacing
   */
  public TransmissionModel(Network network, DwdmGrid grid, TransmissionSpec spec) {
    this.network = Objects.requireNonNull(network);
    this.grid = Objects.requireNonNull(grid);
    this.spec = Objects.requireNonNull(spec);
    if (grid.channels() > 1 && spec.symbolRate() > grid.spacing()) {
      throw new IllegalArgumentException(
          "transmission: symbol rate %.6g GBd is above the channel spacing of %.6g GHz, so channels would overlap; widen the grid or lower the rate"
              .formatted(spec.symbolRate() / 1e9, grid.spacing() / 1e9));
    }
  }

  /** Budget of a channel with all channels of the grid lit. */
  public PathBudget budget(NetworkPath path, int channel) {
    return budget(path, channel, IntStream.range(0, grid.channels()).boxed().toList());
  }

  /**
   * Budget of a channel.
   *
   * @param path of the network
   * @param channel number on the grid
   * @param lit channels present on every fibre of the path, for nonlinear interference; the channel
   *     itself counts in any case
   */
  public PathBudget budget(NetworkPath path, int channel, List<Integer> lit) {
    double frequency = grid.frequency(channel);
    PathWalk walk = walk(path, channel, frequency);
    List<StageBudget> stages = stages(path, walk.elements(), frequency);
    List<String> warnings = new ArrayList<>(walk.warnings());
    TreeSet<Integer> channels = new TreeSet<>(lit);
    channels.add(channel);
    OptionalDouble interference =
        new PathInterference(grid, spec, walk.elements())
            .density(channel, List.copyOf(channels), warnings);
    PathQuality quality = quality(path, stages, frequency, interference);
    new MarginReport(path, channel, spec, stages).add(quality, warnings);
    return new PathBudget(path, channel, quality, stages, warnings);
  }

  /**
   * Budgets of all wavelengths of a plan, in its order. On the fibres of a path all channels count
   * as lit that are in use on any of them.
   */
  public List<PathBudget> budgets(WavelengthPlan plan) {
    if (!plan.grid().equals(grid)) {
      throw new IllegalArgumentException(
          "the wavelength plan is made for grid %s, this model for %s"
              .formatted(plan.grid(), grid));
    }
    var occupancy = plan.occupancy();
    List<PathBudget> budgets = new ArrayList<>();
    for (Lightpath lightpath : plan.lightpaths()) {
      List<Integer> lit =
          lightpath.path().links().stream()
              .flatMap(link -> occupancy.getOrDefault(link.name(), List.of()).stream())
              .distinct()
              .toList();
      for (int channel : lightpath.channels()) {
        budgets.add(budget(lightpath.path(), channel, lit));
      }
    }
    return budgets;
  }

  /**
   * A link by itself, for a map: a channel at the middle of the grid enters it with the power that
   * the node in front equalises to, or with the launch power less the node's add loss, or less its
   * through loss if it has no add port.
   */
  public StageBudget alone(FiberLink link) {
    NodeEquipment node = network.node(link.from()).equipment();
    double lossy = spec.launchPower() * node.ports().add().orElse(node.ports().through().orElse(1));
    StageAccumulator stage =
        new StageAccumulator(link.name(), false, node.targetPower().orElse(lossy), 0);
    link.elements().forEach(e -> stage.pass(e, grid.centre()));
    return stage.budget(spec.options().groupIndex());
  }

  /**
   * The way of a channel as a link: the very elements of its budget, nodes included, with the
   * channel's frequency as carrier.
   */
  public Link toLink(NetworkPath path, int channel) {
    return toLink(path, channel, grid.frequency(channel));
  }

  /**
   * The way of a channel as a link. A span ends behind every amplifier.
   *
   * @param path of the network
   * @param channel that nodes filter and equalise; its neighbours, if simulated with it, pass the
   *     same elements
   * @param carrier optical frequency [Hz] of the simulation's frequency zero
   */
  public Link toLink(NetworkPath path, int channel, double carrier) {
    List<Span> spans = new ArrayList<>();
    List<LinkElement> open = new ArrayList<>();
    for (PlacedElement placed : walk(path, channel, carrier).elements()) {
      open.add(placed.element());
      if (placed.element() instanceof Amplifier) {
        spans.add(new Span(open));
        open.clear();
      }
    }
    if (spans.isEmpty() && open.isEmpty()) {
      open.add(new LumpedLoss(1)); // nothing between the nodes but patch cords
    }
    if (!open.isEmpty()) {
      spans.add(new Span(open));
    }
    return new Link(spans);
  }

  private PathWalk walk(NetworkPath path, int channel, double carrier) {
    return new PathWalk(
        network,
        spec,
        path,
        new PathWalk.Frequencies(grid.frequency(channel), carrier, grid.centre()));
  }

  private List<StageBudget> stages(
      NetworkPath path, List<PlacedElement> elements, double frequency) {
    List<StageBudget> stages = new ArrayList<>();
    double power = spec.launchPower();
    double noise = 0;
    int next = 0;
    List<String> nodes = path.nodes();
    for (int number = 0; number < 2 * nodes.size() - 1; number++) {
      boolean node = number % 2 == 0;
      String name = node ? nodes.get(number / 2) : path.links().get(number / 2).name();
      StageAccumulator stage = new StageAccumulator(name, node, power, noise);
      while (next < elements.size() && elements.get(next).stage() == number) {
        stage.pass(elements.get(next).element(), frequency);
        next++;
      }
      StageBudget budget = stage.budget(spec.options().groupIndex());
      stages.add(budget);
      power = budget.power().output();
      noise = budget.noise().accumulated();
    }
    return stages;
  }

  private PathQuality quality(
      NetworkPath path, List<StageBudget> stages, double frequency, OptionalDouble interference) {
    double received = stages.getLast().power().output();
    double transmission = 1;
    double gain = 1;
    double length = 0;
    double dispersion = 0;
    for (StageBudget stage : stages) {
      transmission *= stage.power().transmission();
      gain *= stage.power().gain();
      length += stage.propagation().length();
      dispersion += stage.propagation().dispersion();
    }
    PathQuality.Noise noise =
        new PathQuality.Noise(
            received,
            stages.getLast().noise().accumulated(),
            interference,
            spec.symbolRate(),
            spec.options().polarisations() == GnPolarisation.DUAL ? 2 : 1);
    return new PathQuality(
        new StageBudget.Power(spec.launchPower(), received, transmission, gain),
        noise,
        new StageBudget.Propagation(length, delay(length), dispersion),
        uncompensated(path, frequency),
        margins(noise));
  }

  private double delay(double length) {
    return spec.options().groupIndex() * length / Optics.SPEED_OF_LIGHT;
  }

  private static double uncompensated(NetworkPath path, double frequency) {
    return path.links().stream()
        .flatMap(link -> link.elements().stream())
        .mapToDouble(element -> PathWalk.accumulated(element, frequency))
        .sum();
  }

  private PathQuality.Margins margins(PathQuality.Noise noise) {
    Requirement need = spec.requirement();
    return new PathQuality.Margins(
        over(noise.signal(), need.power()), over(noise.generalisedOsnr(), need.osnr()));
  }

  private static OptionalDouble over(double value, OptionalDouble required) {
    return required.isPresent()
        ? OptionalDouble.of(value / required.getAsDouble())
        : OptionalDouble.empty();
  }
}
