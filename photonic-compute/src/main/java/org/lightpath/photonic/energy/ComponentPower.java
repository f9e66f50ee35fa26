package org.lightpath.photonic.energy;

import java.util.Objects;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.Require;

/**
 * Electrical power of one kind of component in a system.
 *
 * @param name of the kind, see {@link Component}
 * @param watts of all of them [W]
 * @param provenance where the number comes from
 */
public record ComponentPower(String name, double watts, Provenance provenance) {
  /** Checks the number. */
  public ComponentPower {
    Objects.requireNonNull(name);
    Objects.requireNonNull(provenance);
    Require.notNegative("power of " + name, watts, "W");
  }
}
