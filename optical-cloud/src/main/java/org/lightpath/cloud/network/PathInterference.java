package org.lightpath.cloud.network;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.gn.GnChannel;
import org.lightpath.fiber.gn.GnLink;
import org.lightpath.fiber.gn.GnModel;
import org.lightpath.fiber.gn.GnSpan;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;

/**
 * Nonlinear interference on a path by a GN model, where one holds: fibre with loss and dispersion,
 * dispersion not compensated on the way.
 */
final class PathInterference {
  private final DwdmGrid grid;
  private final TransmissionSpec spec;
  private final List<PlacedElement> elements;

  PathInterference(DwdmGrid grid, TransmissionSpec spec, List<PlacedElement> elements) {
    this.grid = grid;
    this.spec = spec;
    this.elements = elements;
  }

  /** A piece of fibre and the net gain of everything behind it up to the next piece. */
  private record Stretch(PlacedElement placed, FiberSection section, double gainBehind) {}

  /**
   * Density [W/Hz] at the receiver in all polarisations that carry symbols; absent where no model
   * holds, with the reason among the warnings.
   *
   * @param lit channels present, this one among them
   */
  OptionalDouble density(int channel, List<Integer> lit, List<String> warnings) {
    if (spec.options().nonlinearity().isEmpty()) {
      return OptionalDouble.empty();
    }
    double before = 1;
    List<Stretch> stretches = new ArrayList<>();
    for (PlacedElement placed : elements) {
      if (placed.element() instanceof FiberSection section) {
        stretches.add(new Stretch(placed, section, 1));
        continue;
      }
      double ratio =
          FiberLink.transmission(placed.element())
              * (placed.element() instanceof Amplifier amplifier ? amplifier.gain() : 1);
      if (stretches.isEmpty()) {
        before *= ratio;
      } else {
        Stretch last = stretches.removeLast();
        stretches.add(new Stretch(last.placed, last.section, last.gainBehind * ratio));
      }
    }
    if (stretches.isEmpty()) {
      return OptionalDouble.of(0);
    }
    String obstacle = obstacle(stretches, grid.frequency(channel));
    if (!obstacle.isEmpty()) {
      warnings.add("nonlinear interference is left out: " + obstacle);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        evaluate(spec.options().nonlinearity().get(), channel, lit, stretches, before));
  }

  private double evaluate(
      GnModel model, int channel, List<Integer> lit, List<Stretch> stretches, double before) {
    double frequency = grid.frequency(channel);
    List<GnChannel> comb =
        lit.stream()
            .map(
                c ->
                    new GnChannel(
                        grid.frequency(c) - frequency,
                        spec.symbolRate(),
                        spec.launchPower() * before))
            .toList();
    List<GnSpan> spans = stretches.stream().map(s -> span(s, frequency)).toList();
    double total = 1;
    for (Stretch stretch : stretches) {
      total *= stretch.section.transmission() * stretch.gainBehind;
    }
    GnLink link = new GnLink(frequency, comb, spans, spec.options().polarisations());
    return model.nonlinearDensity(link, lit.indexOf(channel)) * total;
  }

  private static GnSpan span(Stretch stretch, double frequency) {
    Fiber fiber = stretch.section.fiber();
    return new GnSpan(
        stretch.section.length(),
        fiber.attenuation(),
        fiber.referredTo(frequency).beta(2),
        fiber.gamma(),
        new GnSpan.Amplifier(stretch.gainBehind, 0));
  }

  private String obstacle(List<Stretch> stretches, double frequency) {
    double sign = 0;
    for (Stretch stretch : stretches) {
      Fiber fiber = stretch.section.fiber();
      double beta2 = fiber.referredTo(frequency).beta(2);
      String where = "fibre '%s' at '%s'".formatted(fiber.name(), stretch.placed.place());
      if (!(fiber.attenuation() > 0)) {
        return "the GN model needs fibre with loss, %s has none".formatted(where);
      }
      if (beta2 == 0) {
        return "the GN model needs fibre with dispersion, %s has none".formatted(where);
      }
      // Compensating fibre in front of the receiver comes last and carries little power.
      if (sign * beta2 < 0 && !stretch.placed.node()) {
        return "the GN model needs dispersion that is not compensated on the way, %s takes some of it back"
            .formatted(where);
      }
      sign = sign == 0 ? Math.signum(beta2) : sign;
    }
    return "";
  }
}
