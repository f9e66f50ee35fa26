package org.lightpath.cloud.account;

import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.EnergyFigure;
import org.lightpath.photonic.energy.OperationDefinition;

/**
 * What an inference costs.
 *
 * @param inference what was computed
 * @param setting with what
 * @param layers in order, each with its cost
 * @param idle energy of the core while it waits, of one inference [J]
 * @param rate of a saturated centre
 */
public record InferenceAccount(
    Inference inference,
    CloudSetting setting,
    List<LayerAccount> layers,
    double idle,
    ServiceRate rate) {
  /** Copies the list. */
  public InferenceAccount {
    Objects.requireNonNull(inference);
    Objects.requireNonNull(setting);
    Objects.requireNonNull(rate);
    layers = List.copyOf(layers);
  }

  /** Energy of one inference: sum of the layers, and idle power where it is on. */
  public Energies energies() {
    Energies sum =
        layers.stream().map(LayerAccount::energies).reduce(Energies.NONE, Energies::plus);
    return idle > 0 ? sum.plus(Energies.of(EnergyComponent.IDLE, idle)) : sum;
  }

  /** Time of one batch alone in the centre, from the edge node and back: sum of the layers. */
  public Durations durations() {
    return layers.stream().map(LayerAccount::durations).reduce(Durations.NONE, Durations::plus);
  }

  /**
   * Energy per operation. The core's scopes are divided by the multiply–accumulates that light
   * computes, the whole system by all of them.
   *
   * @throws IllegalStateException if no multiply–accumulate is in the scope
   */
  public EnergyFigure figure(EnergyScope scope) {
    long macs = scope == EnergyScope.WHOLE_SYSTEM ? inference.macs() : inference.opticalMacs();
    if (macs == 0) {
      throw new IllegalStateException(
          "%s: no multiply-accumulates in scope '%s', expected at least one product"
              .formatted(inference.name(), scope.label()));
    }
    OperationDefinition operation = setting.hardware().core().operation().operation();
    return EnergyFigure.ofMac(
        inference.name() + ", " + scope.label(),
        energies().total(scope) / macs,
        operation,
        Provenance.derived("formulas of CloudAccount from the parts of the setting"));
  }

  /**
   * Electrical power of a saturated centre [W]: energy of an inference times inferences a second.
   */
  public double averageWatts() {
    return energies().total() * rate.inferencesPerSecond();
  }

  /** Share of multiply–accumulates that light computes; 0 if there are none. */
  public double opticalShare() {
    return inference.macs() == 0 ? 0 : (double) inference.opticalMacs() / inference.macs();
  }
}
