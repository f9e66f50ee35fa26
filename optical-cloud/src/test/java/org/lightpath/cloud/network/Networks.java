package org.lightpath.cloud.network;

import java.util.OptionalDouble;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;

/** Small networks for tests. */
final class Networks {
  static final Fiber SMF = PresetFibers.of("smf");

  private Networks() {}

  static double db(double decibels) {
    return Optics.fromDecibels(decibels);
  }

  static LineDesign bare(double kilometres) {
    return LineDesign.passive(SMF, kilometres * 1e3);
  }

  /** A node where light begins, ends and passes without loss. */
  static NetworkNode open(String name) {
    return new NetworkNode(name, NodeKind.ROADM, Ports.addDrop(1, 1, 1));
  }

  static NetworkNode edge(String name) {
    return new NetworkNode(name, NodeKind.EDGE, Ports.terminal(1, 1));
  }

  static TransmissionSpec spec(double dbm) {
    return new TransmissionSpec(Optics.fromDbm(dbm), 32e9, Requirement.none());
  }

  static TransmissionSpec needing(double launchDbm, double powerDbm, double osnrDb) {
    return new TransmissionSpec(
        Optics.fromDbm(launchDbm),
        32e9,
        new Requirement(
            OptionalDouble.of(Optics.fromDbm(powerDbm)), OptionalDouble.of(db(osnrDb))));
  }

  /** Fibre between two terminals. */
  static Network pair(LineDesign design) {
    return new NetworkBuilder("pair")
        .node(edge("a"))
        .node(edge("b"))
        .link("a", "b", design)
        .build();
  }
}
