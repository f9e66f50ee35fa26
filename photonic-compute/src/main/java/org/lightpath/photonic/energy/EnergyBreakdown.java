package org.lightpath.photonic.energy;

import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.device.Provenance;

/**
 * Electrical power of a system by component, at its peak rate.
 *
 * @param name of the system
 * @param throughput peak rate and what is counted
 * @param components power of each kind
 * @param provenance of the sum: how it was computed
 */
public record EnergyBreakdown(
    String name, Throughput throughput, List<ComponentPower> components, Provenance provenance) {
  /** Copies the list. */
  public EnergyBreakdown {
    Objects.requireNonNull(name);
    Objects.requireNonNull(throughput);
    Objects.requireNonNull(provenance);
    components = List.copyOf(components);
  }

  /** Total power [W]. */
  public double totalWatts() {
    return components.stream().mapToDouble(ComponentPower::watts).sum();
  }

  /**
   * A component by name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ComponentPower component(String wanted) {
    return components.stream()
        .filter(c -> c.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no component %s, expected one of %s"
                        .formatted(
                            name, wanted, components.stream().map(ComponentPower::name).toList())));
  }

  /** Share of a component in the total power. */
  public double share(String component) {
    return component(component).watts() / totalWatts();
  }

  /** Energy per operation of the whole. */
  public EnergyFigure total() {
    return new EnergyFigure(
        name, totalWatts() / throughput.opsPerSecond(), throughput.operation(), provenance);
  }

  /** Energy per operation of one component. */
  public EnergyFigure figure(String component) {
    ComponentPower power = component(component);
    return new EnergyFigure(
        name + " " + component,
        power.watts() / throughput.opsPerSecond(),
        throughput.operation(),
        power.provenance());
  }

  /**
   * The same system under another name with a component's power multiplied.
   *
   * @param newName of the result
   * @param component which
   * @param factor by how much
   * @param why source of the changed number, and of the new sum
   */
  public EnergyBreakdown scaled(String newName, String component, double factor, Provenance why) {
    ComponentPower old = component(component);
    ComponentPower changed = new ComponentPower(component, old.watts() * factor, why);
    return new EnergyBreakdown(
        newName,
        throughput,
        components.stream().map(c -> c.equals(old) ? changed : c).toList(),
        why);
  }
}
