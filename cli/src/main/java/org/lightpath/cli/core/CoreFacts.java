package org.lightpath.cli.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.CoreDescription;

/** What a report says of the model, in words. */
final class CoreFacts {
  private CoreFacts() {}

  static Map<String, String> of(CoreSpec spec, List<CoreResult> results) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (results.isEmpty()) {
      return facts;
    }
    CoreDescription core = results.getFirst().measured().description();
    facts.put(
        "core",
        "%s; one readout sums up to %d terms, %d readouts of each output."
            .formatted(core.core(), core.readout().integrationLength(), core.readout().windows()));
    MatmulShape shape = spec.operands().shape();
    facts.put(
        "operands",
        "M = %d, N = %d, K = %d, %s; %d draws."
            .formatted(
                shape.rows(),
                shape.columns(),
                shape.inner(),
                spec.operands().words(),
                spec.options().draws()));
    facts.put(
        "signs",
        "inputs %s, weights %s."
            .formatted(
                core.signs().inputs().name().toLowerCase(Locale.ROOT),
                core.signs().weights().name().toLowerCase(Locale.ROOT)));
    results
        .getFirst()
        .what()
        .cost()
        .ifPresent(
            cost ->
                facts.put(
                    "operation",
                    "figures per operation count %s; %s."
                        .formatted(
                            cost.power().throughput().operation().label(),
                            cost.power().provenance().label())));
    List<String> effects =
        results.stream()
            .flatMap(result -> result.measured().description().labels().stream())
            .distinct()
            .toList();
    facts.put("exactness", String.join("; ", effects) + ".");
    return facts;
  }
}
