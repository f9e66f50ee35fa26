package org.lightpath.cloud.network;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.LinkElement;
import org.lightpath.fiber.link.LumpedLoss;
import org.lightpath.fiber.link.OpticalFilter;
import org.lightpath.fiber.transceiver.Osnr;

/**
 * All elements that a channel meets on a path, nodes included, in order: the one source of budgets
 * and of links for propagation.
 *
 * <p>Equalisation is a loss that depends on the channel's power there. Noise of add and drop ports
 * stands as a loss of one half and an amplifier of gain 2 whose noise figure gives the density
 * P/(2·OSNR·12.5 GHz).
 */
final class PathWalk {
  private static final double NOISE_SOURCE_GAIN = 2;

  private final Network network;
  private final TransmissionSpec spec;
  private final double frequency;
  private final double filterOffset;
  private final List<PlacedElement> elements = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private double power;
  private int stage;

  /** Walks along a path. */
  PathWalk(Network network, TransmissionSpec spec, NetworkPath path, Frequencies frequencies) {
    this.network = network;
    this.spec = spec;
    this.frequency = frequencies.channel;
    this.filterOffset = frequencies.channel - frequencies.carrier;
    this.power = spec.launchPower();
    begin(path);
    for (int i = 0; i < path.links().size(); i++) {
      FiberLink link = path.links().get(i);
      link.elements().forEach(element -> add(link.name(), false, element));
      stage++;
      if (i < path.links().size() - 1) {
        pass(network.node(link.to()));
      }
    }
    compensate(path, frequencies.reference);
    end(network.node(path.destination()));
  }

  /**
   * Optical frequencies [Hz].
   *
   * @param channel of the channel
   * @param carrier of the simulation, which filters are placed against
   * @param reference where compensating fibre is measured
   */
  record Frequencies(double channel, double carrier, double reference) {}

  List<PlacedElement> elements() {
    return List.copyOf(elements);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  private void add(String place, boolean node, LinkElement element) {
    elements.add(new PlacedElement(stage, place, node, element));
    power *= FiberLink.transmission(element);
    if (element instanceof Amplifier amplifier) {
      power *= amplifier.gain();
    }
  }

  private void lose(NetworkNode node, double transmission) {
    if (transmission < 1) {
      add(node.name(), true, new LumpedLoss(transmission));
    }
  }

  private void begin(NetworkPath path) {
    NetworkNode node = network.node(path.source());
    lose(node, node.equipment().ports().add().orElse(1));
    leave(node);
    addNoise(node);
    stage++;
  }

  private void pass(NetworkNode node) {
    lose(node, node.equipment().ports().through().orElse(1));
    leave(node);
    stage++;
  }

  private void end(NetworkNode node) {
    lose(node, node.equipment().ports().drop().orElse(1));
    filter(node);
    addNoise(node);
  }

  /** Filter and equalisation on the way out into a fibre. */
  private void leave(NetworkNode node) {
    filter(node);
    OptionalDouble target = node.equipment().targetPower();
    if (target.isEmpty()) {
      return;
    }
    double excess = power / target.getAsDouble();
    if (excess >= 1) {
      lose(node, 1 / excess);
    } else if (excess < 1 - 1e-9) {
      warnings.add(
          "node '%s': the channel reaches its way out with %.2f dBm, below the target of %.2f dBm, and cannot be raised there; amplify in front of the node or lower the target"
              .formatted(node.name(), Optics.toDbm(power), Optics.toDbm(target.getAsDouble())));
    }
  }

  private void filter(NetworkNode node) {
    node.equipment()
        .passband()
        .ifPresent(passband -> add(node.name(), true, passband.at(filterOffset)));
  }

  private void addNoise(NetworkNode node) {
    OptionalDouble osnr = node.equipment().addDropOsnr();
    if (osnr.isPresent()) {
      double density = power / (2 * osnr.getAsDouble() * Osnr.REFERENCE_BANDWIDTH);
      double figure = (2 * density / (Optics.PLANCK * frequency) + 1) / NOISE_SOURCE_GAIN;
      add(node.name(), true, new LumpedLoss(1 / NOISE_SOURCE_GAIN));
      add(node.name(), true, new Amplifier(NOISE_SOURCE_GAIN, figure));
    }
  }

  private void compensate(NetworkPath path, double reference) {
    if (spec.options().compensation().isEmpty()) {
      return;
    }
    Compensation wanted = spec.options().compensation().get();
    double gathered = elements.stream().mapToDouble(e -> accumulated(e.element(), reference)).sum();
    double perLength = dispersion(wanted.fiber(), reference);
    boolean beyond = gathered * wanted.residual() < 0; // compensating fibre has to pass zero
    if (!beyond && Math.abs(gathered) <= Math.abs(wanted.residual())) {
      return;
    }
    double length = (wanted.residual() - gathered) / perLength;
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new IllegalArgumentException(
          "path %s: dispersion of %.6g ps/nm cannot be brought to %.6g ps/nm by fibre '%s' of %.4g ps/(nm km); its sign must be the other one"
              .formatted(
                  path,
                  gathered * 1e3,
                  wanted.residual() * 1e3,
                  wanted.fiber().name(),
                  perLength * 1e6));
    }
    FiberSection section = new FiberSection(wanted.fiber(), length);
    add(path.destination(), true, section);
    wanted
        .noiseFigure()
        .ifPresent(
            figure ->
                add(path.destination(), true, new Amplifier(1 / section.transmission(), figure)));
  }

  /** D·L [s/m] of an element at a frequency [Hz]. */
  static double accumulated(LinkElement element, double frequency) {
    return switch (element) {
      case FiberSection section -> dispersion(section.fiber(), frequency) * section.length();
      case Amplifier _, LumpedLoss _, OpticalFilter _ -> 0;
    };
  }

  /** D = −2πcβ₂/λ² [s/m²] at a frequency [Hz]. */
  static double dispersion(Fiber fiber, double frequency) {
    double wavelength = Optics.SPEED_OF_LIGHT / frequency;
    return -2
        * Math.PI
        * Optics.SPEED_OF_LIGHT
        / (wavelength * wavelength)
        * fiber.referredTo(frequency).beta(2);
  }
}
