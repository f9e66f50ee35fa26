package org.lightpath.cloud.account;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a layer costs.
 *
 * @param layer what was computed
 * @param energies of one inference, all repetitions [J]
 * @param durations of one batch, all repetitions [s]
 * @param tiling of one repetition of a batch; empty where light does not compute it
 */
public record LayerAccount(
    Layer layer, Energies energies, Durations durations, Optional<Tiling> tiling) {
  /** Checks that nothing is missing. */
  public LayerAccount {
    Objects.requireNonNull(layer);
    Objects.requireNonNull(energies);
    Objects.requireNonNull(durations);
    Objects.requireNonNull(tiling);
  }

  /** Energy of one multiply–accumulate in a scope [J]; empty where the layer has none. */
  public OptionalDouble joulesPerMac(EnergyScope scope) {
    return layer.macs() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(energies.total(scope) / layer.macs());
  }
}
