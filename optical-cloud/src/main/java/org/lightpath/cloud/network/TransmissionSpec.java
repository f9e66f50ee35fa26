package org.lightpath.cloud.network;

import java.util.Objects;
import java.util.Optional;
import org.lightpath.fiber.gn.GnModel;
import org.lightpath.fiber.gn.GnPolarisation;
import org.lightpath.fiber.gn.IntegralGnModel;

/**
 * How channels are sent and received.
 *
 * @param launchPower P [W] of a channel at the transmitter, both polarisations, in front of the add
 *     port
 * @param symbolRate R [Bd]
 * @param requirement what the receiver needs
 * @param options the rest
 */
public record TransmissionSpec(
    double launchPower, double symbolRate, Requirement requirement, Options options) {
  /**
   * Group index n_g of the fibre: delay is n_g L/c, 4.90 µs/km. Typical of ITU-T G.652 fibre near
   * 1550 nm, as makers' data sheets state it (1.468); no recommendation fixes it, and ITU-T G.114
   * plans with 5 µs/km.
   */
  public static final double GROUP_INDEX = 1.468;

  /**
   * What has a usual value.
   *
   * @param groupIndex n_g of all fibre
   * @param polarisations that carry symbols
   * @param nonlinearity model of nonlinear interference; absent to leave it out
   * @param compensation of dispersion by fibre; absent for none
   */
  public record Options(
      double groupIndex,
      GnPolarisation polarisations,
      Optional<GnModel> nonlinearity,
      Optional<Compensation> compensation) {
    /**
     * Checks the group index.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Options {
      Objects.requireNonNull(polarisations);
      Objects.requireNonNull(nonlinearity);
      Objects.requireNonNull(compensation);
      if (!(groupIndex >= 1) || Double.isInfinite(groupIndex)) {
        throw new IllegalArgumentException(
            "transmission: group index is %s, expected at least 1".formatted(groupIndex));
      }
    }

    /** {@link #GROUP_INDEX}, two polarisations, the coherent GN model, no compensation. */
    public static Options usual() {
      return new Options(
          GROUP_INDEX,
          GnPolarisation.DUAL,
          Optional.of(new IntegralGnModel(IntegralGnModel.Accumulation.COHERENT)),
          Optional.empty());
    }

    /** The same with another model of nonlinear interference. */
    public Options withNonlinearity(Optional<GnModel> model) {
      return new Options(groupIndex, polarisations, model, compensation);
    }

    /** The same with another number of polarisations. */
    public Options withPolarisations(GnPolarisation number) {
      return new Options(groupIndex, number, nonlinearity, compensation);
    }

    /** The same with compensation of dispersion. */
    public Options withCompensation(Compensation fibre) {
      return new Options(groupIndex, polarisations, nonlinearity, Optional.of(fibre));
    }

    /** The same with another group index. */
    public Options withGroupIndex(double index) {
      return new Options(index, polarisations, nonlinearity, compensation);
    }
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if power or rate is not positive
   */
  public TransmissionSpec {
    Objects.requireNonNull(requirement);
    Objects.requireNonNull(options);
    requirePositive("launch power [W]", launchPower);
    requirePositive("symbol rate [Bd]", symbolRate);
  }

  /** The usual options. */
  public TransmissionSpec(double launchPower, double symbolRate, Requirement requirement) {
    this(launchPower, symbolRate, requirement, Options.usual());
  }

  /** The same at another launch power [W]. */
  public TransmissionSpec withLaunchPower(double power) {
    return new TransmissionSpec(power, symbolRate, requirement, options);
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "transmission: %s is %s, expected a positive number".formatted(what, value));
    }
  }
}
