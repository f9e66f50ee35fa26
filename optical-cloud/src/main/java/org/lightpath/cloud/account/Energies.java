package org.lightpath.cloud.account;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.lightpath.photonic.device.Require;

/**
 * Energy by component; components that are missing spend nothing.
 *
 * @param joules of each [J]
 */
public record Energies(Map<EnergyComponent, Double> joules) {
  /** No energy. */
  public static final Energies NONE = new Energies(Map.of());

  /** Copies and checks the numbers. */
  public Energies {
    EnumMap<EnergyComponent, Double> copy = new EnumMap<>(EnergyComponent.class);
    joules.forEach(
        (who, energy) ->
            copy.put(who, Require.notNegative("energy of " + who.label(), energy, "J")));
    joules = Collections.unmodifiableMap(copy);
  }

  /** One component alone. */
  public static Energies of(EnergyComponent component, double joules) {
    return new Energies(Map.of(component, joules));
  }

  /** Energy of a component [J]. */
  public double of(EnergyComponent component) {
    return joules.getOrDefault(component, 0.0);
  }

  /** Sum of all components [J]. */
  public double total() {
    return total(EnergyScope.WHOLE_SYSTEM);
  }

  /** Sum of the components that a scope includes [J]. */
  public double total(EnergyScope scope) {
    double sum = 0;
    for (Map.Entry<EnergyComponent, Double> one : joules.entrySet()) {
      sum += one.getKey().scope().compareTo(scope) <= 0 ? one.getValue() : 0;
    }
    return sum;
  }

  /** Sum by component. */
  public Energies plus(Energies other) {
    EnumMap<EnergyComponent, Double> sum = new EnumMap<>(EnergyComponent.class);
    sum.putAll(joules);
    other.joules.forEach((who, energy) -> sum.merge(who, energy, Double::sum));
    return new Energies(sum);
  }

  /** Every component multiplied. */
  public Energies times(double factor) {
    EnumMap<EnergyComponent, Double> scaled = new EnumMap<>(EnergyComponent.class);
    joules.forEach((who, energy) -> scaled.put(who, energy * factor));
    return new Energies(scaled);
  }
}
