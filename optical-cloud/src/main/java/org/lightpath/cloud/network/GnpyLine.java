package org.lightpath.cloud.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.lightpath.datasets.network.GnpyAmplifier;
import org.lightpath.datasets.network.GnpyElement;
import org.lightpath.datasets.network.GnpyEquipment;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.LinkElement;
import org.lightpath.fiber.link.LumpedLoss;

/** A row of GNPy elements between two nodes as elements of a line. */
final class GnpyLine {
  /** Where GNPy's fibre values hold [m]. */
  private static final double REFERENCE_WAVELENGTH = 1550e-9;

  /** n₂ [m²/W] that GNPy makes γ of an effective area with. */
  private static final double NONLINEAR_INDEX = 2.6e-20;

  private final GnpyEquipment equipment;
  private final List<String> warnings;
  private final List<LinkElement> elements = new ArrayList<>();
  private double lostSinceAmplifier = 1;

  GnpyLine(GnpyEquipment equipment, List<String> warnings) {
    this.equipment = equipment;
    this.warnings = warnings;
  }

  List<LinkElement> elements() {
    return List.copyOf(elements);
  }

  /** Whether the line holds fibre but no amplifier. */
  boolean unamplified() {
    return elements.stream().anyMatch(FiberSection.class::isInstance)
        && elements.stream().noneMatch(Amplifier.class::isInstance);
  }

  void add(GnpyElement element) {
    switch (element) {
      case GnpyElement.Fiber fiber -> addFiber(fiber);
      case GnpyElement.Edfa edfa -> addAmplifier(edfa);
      case GnpyElement.Fused fused -> lose(fused.uid(), fused.loss());
      case GnpyElement.Roadm _, GnpyElement.Transceiver _ ->
          throw new IllegalArgumentException(
              "'%s' is a node, not part of a line".formatted(element.uid()));
    }
  }

  private void lose(String uid, double decibels) {
    if (decibels < 0) {
      throw new IllegalArgumentException(
          "element '%s': loss is %s dB, expected 0 or more".formatted(uid, decibels));
    }
    if (decibels > 0) {
      place(new LumpedLoss(Optics.fromDecibels(-decibels)));
    }
  }

  private void place(LinkElement element) {
    elements.add(element);
    lostSinceAmplifier *= FiberLink.transmission(element);
  }

  private void addFiber(GnpyElement.Fiber fiber) {
    GnpyElement.FiberLosses losses = fiber.losses();
    Fiber glass = glass(fiber);
    lose(fiber.uid(), losses.input().orElse(equipment.span().connectorInput()));
    double position = 0;
    List<GnpyElement.LumpedLoss> lumped =
        losses.lumped().stream()
            .sorted(Comparator.comparingDouble(GnpyElement.LumpedLoss::position))
            .toList();
    for (GnpyElement.LumpedLoss loss : lumped) {
      if (!(loss.position() >= 0 && loss.position() <= fiber.length())) {
        throw new IllegalArgumentException(
            "fibre '%s': lumped loss at %s m, the fibre is %s m long"
                .formatted(fiber.uid(), loss.position(), fiber.length()));
      }
      section(glass, loss.position() - position);
      lose(fiber.uid(), loss.loss());
      position = loss.position();
    }
    section(glass, fiber.length() - position);
    lose(fiber.uid(), losses.output().orElse(equipment.span().connectorOutput()));
  }

  private void section(Fiber glass, double length) {
    if (length > 0) {
      place(new FiberSection(glass, length));
    }
  }

  private Fiber glass(GnpyElement.Fiber fiber) {
    GnpyEquipment.FiberType type = equipment.fibers().get(fiber.variety());
    if (type == null) {
      throw new IllegalArgumentException(
          "fibre '%s': the equipment library has no Fiber type '%s'; it has %s"
              .formatted(
                  fiber.uid(),
                  fiber.variety(),
                  equipment.fibers().keySet().stream().sorted().toList()));
    }
    double frequency = Optics.SPEED_OF_LIGHT / REFERENCE_WAVELENGTH;
    Fiber.Builder builder =
        Fiber.named(fiber.variety(), frequency)
            .source("GNPy equipment library")
            .attenuation(Optics.attenuationFromDecibels(fiber.losses().perMetre()));
    if (type.slope().isPresent()) {
      builder.dispersion(type.dispersion(), type.slope().getAsDouble());
    } else {
      builder.betas(
          -type.dispersion()
              * REFERENCE_WAVELENGTH
              * REFERENCE_WAVELENGTH
              / (2 * Math.PI * Optics.SPEED_OF_LIGHT));
    }
    type.effectiveArea().ifPresent(area -> builder.kerr(NONLINEAR_INDEX, area));
    type.gamma().ifPresent(builder::gamma);
    return builder.build();
  }

  private void addAmplifier(GnpyElement.Edfa edfa) {
    GnpyAmplifier type = type(edfa);
    lose(edfa.uid(), edfa.attenuators().input());
    double decibels = gain(edfa);
    warnAboutRange(edfa.uid(), type, decibels);
    double figure = Optics.fromDecibels(noiseFigure(edfa.uid(), type, decibels));
    elements.add(
        new Amplifier(
            Optics.fromDecibels(decibels), figure, Amplifier.NoiseFormula.BEAT_NOISE_ONLY));
    lostSinceAmplifier = 1;
    lose(edfa.uid(), edfa.attenuators().output());
  }

  private GnpyAmplifier type(GnpyElement.Edfa edfa) {
    String variety =
        edfa.variety()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "amplifier '%s' has no type_variety: GNPy's automatic design is not supported; give type_variety and gain_target"
                            .formatted(edfa.uid())));
    GnpyAmplifier type = equipment.amplifiers().get(variety);
    if (type == null) {
      throw new IllegalArgumentException(
          "amplifier '%s': the equipment library has no Edfa type '%s'; it has %s"
              .formatted(
                  edfa.uid(), variety, equipment.amplifiers().keySet().stream().sorted().toList()));
    }
    return type;
  }

  private double gain(GnpyElement.Edfa edfa) {
    OptionalDouble given = edfa.gain();
    if (given.isPresent()) {
      return given.getAsDouble();
    }
    if (lostSinceAmplifier == 1) {
      throw new IllegalArgumentException(
          "amplifier '%s' has no gain_target and no loss in front of it to make up for; give its gain_target"
              .formatted(edfa.uid()));
    }
    double decibels = -Optics.toDecibels(lostSinceAmplifier);
    warnings.add(
        "amplifier '%s' has no gain_target: its gain of %.2f dB makes up for the loss in front, GNPy's automatic design may choose another"
            .formatted(edfa.uid(), decibels));
    return decibels;
  }

  private void warnAboutRange(String uid, GnpyAmplifier type, double gain) {
    GnpyAmplifier.GainRange range =
        switch (type) {
          case GnpyAmplifier.FixedFigure fixed -> fixed.range();
          case GnpyAmplifier.TwoCoils coils -> coils.range();
          case GnpyAmplifier.Unsupported _ -> new GnpyAmplifier.GainRange(gain, gain);
        };
    if (gain > range.flat()) {
      warnings.add(
          "amplifier '%s': gain is %.2f dB, above its flat range up to %.2f dB; its tilt is left out"
              .formatted(uid, gain, range.flat()));
    }
  }

  private static double noiseFigure(String uid, GnpyAmplifier type, double gain) {
    try {
      return type.noiseFigure(gain);
    } catch (UnsupportedOperationException e) {
      throw new IllegalArgumentException("amplifier '%s': %s".formatted(uid, e.getMessage()), e);
    }
  }
}
