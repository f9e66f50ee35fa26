package org.lightpath.photonic.energy;

import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.Require;

/**
 * Chip area of a system by component.
 *
 * @param name of the system
 * @param parts area of each kind of component
 */
public record AreaBreakdown(String name, List<Part> parts) {
  /**
   * Area of one kind of component.
   *
   * @param name of the kind
   * @param squareMetres [m²]
   * @param provenance where the number comes from
   */
  public record Part(String name, double squareMetres, Provenance provenance) {
    /** Checks the number. */
    public Part {
      Objects.requireNonNull(name);
      Objects.requireNonNull(provenance);
      Require.notNegative("area of " + name, squareMetres, "m^2");
    }

    /** Area [mm²]. */
    public double squareMillimetres() {
      return squareMetres * 1e6;
    }
  }

  /** Copies the list. */
  public AreaBreakdown {
    Objects.requireNonNull(name);
    parts = List.copyOf(parts);
  }

  /** Total area [mm²]. */
  public double totalSquareMillimetres() {
    return parts.stream().mapToDouble(Part::squareMillimetres).sum();
  }

  /**
   * Area of a part [mm²].
   *
   * @throws IllegalArgumentException if there is no such part
   */
  public double squareMillimetres(String part) {
    return parts.stream()
        .filter(p -> p.name().equals(part))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no part %s, expected one of %s"
                        .formatted(name, part, parts.stream().map(Part::name).toList())))
        .squareMillimetres();
  }

  /** Share of a part in the whole. */
  public double share(String part) {
    return squareMillimetres(part) / totalSquareMillimetres();
  }
}
