package org.lightpath.cli.mesh;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a report says of the model, in words. */
final class MeshFacts {
  private MeshFacts() {}

  static Map<String, String> of(MeshSpec spec, String mesh) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("mesh", mesh + ".");
    facts.put(
        "errors",
        "static errors belong to the chip and are drawn by its seed and the place of the"
            + " interferometer: the same chip is the same in every case, only larger or smaller. "
            + (spec.options().selfConfigure()
                ? "Settings are corrected for each chip's coupler and phase errors; loss, heat and"
                    + " quantisation are not corrected."
                : "Settings are those of the ideal mesh."));
    boolean law = spec.cases().stream().allMatch(spec::hasClosedForm);
    facts.put(
        "closedForm",
        law
            ? "for independent errors of a Haar-random target, E = √(2(1 − e^(−(N−1)s² − Nσ²/2)))"
                + " and F = e^(−2(N−1)s² − (N−1)σ²), s splitter and σ phase error; derived for the"
                + " rectangular mesh, and the number of interferometers is that of the triangle."
            : "none: it holds for coupler and phase errors alone, of a random target, without"
                + " correction.");
    facts.put(
        "method",
        "unit vectors pass all interferometers ("
            + spec.options().method().name().toLowerCase(Locale.ROOT)
            + "); fidelity |Tr U†V|²/N² is lowered by loss, amplitude error is ‖V − U‖/√N.");
    return facts;
  }
}
