package org.lightpath.cloud.fidelity;

import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.OpticalFilter;
import org.lightpath.fiber.link.Span;
import org.lightpath.photonic.core.FieldModulator;

/** Streams and links of the tests: a metro ring at 10 GBd. */
final class Streams {
  static final double RATE = 10e9;
  static final double CARRIER = 193.4e12;

  /** Standard fibre (ITU-T G.652): 0.2 dB/km, D = 17 ps/(nm km), γ = 1.3 /(W km). */
  static final Fiber GLASS =
      Fiber.named("standard", CARRIER)
          .attenuation(Optics.attenuationFromDecibels(0.2e-3))
          .dispersion(17e-6, 0)
          .gamma(1.3e-3)
          .build();

  /** Dispersion-compensating fibre: 0.5 dB/km, D = −100 ps/(nm km). */
  static final Fiber COMPENSATING =
      Fiber.named("compensating", CARRIER)
          .attenuation(Optics.attenuationFromDecibels(0.5e-3))
          .dispersion(-100e-6, 0)
          .gamma(3e-3)
          .build();

  static final OpticalFilter FILTER =
      new OpticalFilter(new OpticalFilter.SuperGaussian(2), 0, 5 * RATE);

  private Streams() {}

  /** Spans with compensation of a share of their dispersion. */
  static Link link(int spans, double length, double compensated) {
    FiberSection fiber = new FiberSection(GLASS, length);
    double loss = fiber.transmission();
    if (compensated == 0) {
      return Link.repeated(Span.of(fiber, new Amplifier(1 / loss, Optics.fromDecibels(5))), spans);
    }
    FiberSection module = new FiberSection(COMPENSATING, length * 0.17 * compensated);
    return Link.repeated(
        Span.of(
            fiber,
            module,
            new Amplifier(1 / (loss * module.transmission()), Optics.fromDecibels(5))),
        spans);
  }

  static StreamSpec through(Link link, double launchDbm) {
    return new StreamSpec(
        StreamShape.of(RATE),
        FieldModulator.IDEAL,
        StreamLight.of(Optics.fromDbm(launchDbm)),
        Neighbours.NONE,
        StreamPath.of(link, FILTER, CARRIER));
  }

  static StreamSpec local() {
    return new StreamSpec(
        StreamShape.of(RATE),
        FieldModulator.IDEAL,
        StreamLight.of(1e-3),
        Neighbours.NONE,
        StreamPath.none(CARRIER));
  }
}
