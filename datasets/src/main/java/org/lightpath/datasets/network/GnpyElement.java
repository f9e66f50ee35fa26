package org.lightpath.datasets.network;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An element of a GNPy topology. Lengths are in metres, losses, gains and levels in the decibels of
 * the file.
 */
public sealed interface GnpyElement {
  /** Unique name. */
  String uid();

  /** Where it stands, if the file says so. */
  Optional<Place> place();

  /**
   * Geographic place.
   *
   * @param longitude [degrees]
   * @param latitude [degrees]
   */
  record Place(double longitude, double latitude) {}

  /**
   * Source and destination of light.
   *
   * @param uid name
   * @param place where
   */
  record Transceiver(String uid, Optional<Place> place) implements GnpyElement {}

  /**
   * A piece of fibre.
   *
   * @param uid name
   * @param place where
   * @param variety type of the equipment file
   * @param length L [m]
   * @param losses on the way
   */
  record Fiber(String uid, Optional<Place> place, String variety, double length, FiberLosses losses)
      implements GnpyElement {
    /** Checks that nothing is missing. */
    public Fiber {
      Objects.requireNonNull(uid);
      Objects.requireNonNull(place);
      Objects.requireNonNull(variety);
      Objects.requireNonNull(losses);
    }
  }

  /**
   * Losses of a piece of fibre.
   *
   * @param perMetre attenuation [dB/m]
   * @param input attenuator and connector at the beginning [dB]; absent if the file leaves the
   *     connector to the equipment's span defaults
   * @param output connector at the end [dB]; absent likewise
   * @param lumped losses along the fibre, by position
   */
  record FiberLosses(
      double perMetre, OptionalDouble input, OptionalDouble output, List<LumpedLoss> lumped) {
    /** Copies the list. */
    public FiberLosses {
      lumped = List.copyOf(lumped);
    }
  }

  /**
   * A loss at a point of a fibre.
   *
   * @param position from its beginning [m]
   * @param loss [dB]
   */
  record LumpedLoss(double position, double loss) {}

  /**
   * An amplifier.
   *
   * @param uid name
   * @param place where
   * @param variety type of the equipment file; absent for automatic design
   * @param gain target between the attenuators [dB]; absent for automatic design
   * @param attenuators around it
   */
  record Edfa(
      String uid,
      Optional<Place> place,
      Optional<String> variety,
      OptionalDouble gain,
      Attenuators attenuators)
      implements GnpyElement {}

  /**
   * Variable attenuators of an amplifier.
   *
   * @param input [dB]
   * @param output [dB]
   */
  record Attenuators(double input, double output) {}

  /**
   * An add-drop multiplexer.
   *
   * @param uid name
   * @param place where
   * @param variety type of the equipment file
   * @param target power of a channel at every way out [dBm]; absent to take that of the type
   * @param targetByDegree target [dBm] for ways out that differ, by uid of the next element
   */
  record Roadm(
      String uid,
      Optional<Place> place,
      String variety,
      OptionalDouble target,
      Map<String, Double> targetByDegree)
      implements GnpyElement {
    /** Copies the map. */
    public Roadm {
      targetByDegree = Map.copyOf(targetByDegree);
    }
  }

  /**
   * A loss at a point between elements.
   *
   * @param uid name
   * @param place where
   * @param loss [dB]
   */
  record Fused(String uid, Optional<Place> place, double loss) implements GnpyElement {}
}
