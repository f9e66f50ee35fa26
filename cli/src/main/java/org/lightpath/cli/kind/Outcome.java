package org.lightpath.cli.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of a run, for {@code summary.json}.
 *
 * @param completed false if it was interrupted
 * @param steps steps of each field
 * @param transforms Fourier transforms of one mode of one field, over the batch
 * @param computeSeconds time of the propagation [s]
 * @param cases metrics of each case of the batch: name ending in the unit, number
 * @param batch what the cases differ in; empty for a single case
 * @param facts {@code stepPlan}, {@code reference} and other texts
 * @param timing phases and their time [s], in order
 * @param warnings what a person should know
 * @param notes why numbers are missing that a reader may look for
 */
public record Outcome(
    boolean completed,
    long steps,
    long transforms,
    double computeSeconds,
    List<Map<String, Double>> cases,
    Optional<Batch> batch,
    Map<String, String> facts,
    Map<String, Double> timing,
    List<String> warnings,
    List<String> notes) {
  /** Copies the collections. */
  public Outcome {
    cases = List.copyOf(cases);
    facts = new LinkedHashMap<>(facts);
    timing = new LinkedHashMap<>(timing);
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
  }

  /**
   * What the cases of a batch differ in.
   *
   * @param parameter in words
   * @param unit of the values; empty where names stand for them
   * @param values one for each case
   * @param names one for each case where one number does not tell it, else empty
   */
  public record Batch(String parameter, String unit, List<Double> values, List<String> names) {
    /** Copies the lists. */
    public Batch {
      values = List.copyOf(values);
      names = List.copyOf(names);
      if (!names.isEmpty() && names.size() != values.size()) {
        throw new IllegalArgumentException(
            "batch: %d names of %d cases, expected one each or none"
                .formatted(names.size(), values.size()));
      }
    }

    /** Cases that one number tells. */
    public Batch(String parameter, String unit, List<Double> values) {
      this(parameter, unit, values, List.of());
    }
  }
}
