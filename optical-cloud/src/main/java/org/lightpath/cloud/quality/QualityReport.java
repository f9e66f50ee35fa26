package org.lightpath.cloud.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was measured, as named in summary.json: a name ends in its unit, {@code psnr_dB} for
 * instance; ratios and distances have none.
 *
 * @param metrics finite numbers by name, in the order they were measured
 * @param notes sentences on what a number cannot say, or why one is missing
 */
public record QualityReport(Map<String, Double> metrics, List<String> notes) {
  /** Copies both. */
  public QualityReport {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    notes = List.copyOf(notes);
  }

  /** A metric, if it was measured and is finite. */
  public OptionalDouble metric(String name) {
    Double value = metrics.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Gathers a report. */
  public static final class Builder {
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** Nothing yet. */
    public Builder() {}

    /** Adds a number; one that is not finite becomes a note, since JSON has no such numbers. */
    public Builder put(String name, double value) {
      if (Double.isFinite(value)) {
        metrics.put(name, value);
      } else {
        notes.add("%s is %s and left out".formatted(name, infinite(value)));
      }
      return this;
    }

    private static String infinite(double value) {
      return Double.isNaN(value) ? "undefined" : value > 0 ? "infinite" : "minus infinity";
    }

    /** Adds a sentence. */
    public Builder note(String sentence) {
      notes.add(sentence);
      return this;
    }

    /** The report. */
    public QualityReport build() {
      return new QualityReport(metrics, notes);
    }
  }
}
