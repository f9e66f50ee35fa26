package org.lightpath.cloud.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lightpath.photonic.device.Provenance;

/**
 * The experiment of Xing et al., Nat. Commun. 16:6097 (2025), field by field: what its text states,
 * and what is unknown. It is a scenario with unknowns marked, not a reproduction.
 *
 * @param fields in order
 */
public record PaperExperiment(List<Field> fields) {
  /** What stands behind every number that a run fills in. */
  public static final String OURS = "ours, not the paper's";

  private static final Provenance TEXT =
      Provenance.published("Xing et al., Nat. Commun. 16:6097 (2025), arXiv 2412.12126");

  private static final List<String> UNKNOWN =
      List.of(
          "modulator",
          "chipType",
          "signedEncoding",
          "detection",
          "wavelengths",
          "channelSpacing",
          "symbolRate",
          "fibreLength",
          "fibreType",
          "nodeCount",
          "bits",
          "modelNames",
          "frechetInceptionDistance",
          "powerBreakdown",
          "definitionOfTops");

  /**
   * One fact of the experiment.
   *
   * @param name of the field
   * @param value as the text states it; empty if it is unknown
   * @param provenance of the value; empty if it is unknown
   * @param ours what a run takes in place of an unknown; empty if it takes nothing
   */
  public record Field(
      String name, Optional<String> value, Optional<Provenance> provenance, Optional<String> ours) {
    /**
     * Checks that a value has a source and that nothing stands in for a known one.
     *
     * @throws IllegalArgumentException if not
     */
    public Field {
      Objects.requireNonNull(name);
      if (value.isPresent() != provenance.isPresent()) {
        throw new IllegalArgumentException(
            "field %s: value %s with source %s, expected both or neither"
                .formatted(name, value, provenance));
      }
      if (value.isPresent() && ours.isPresent()) {
        throw new IllegalArgumentException(
            "field %s is stated as '%s' and filled with '%s', expected to fill unknown fields only"
                .formatted(name, value.get(), ours.get()));
      }
    }

    /** Whether the text states it. */
    public boolean known() {
      return value.isPresent();
    }

    /** For a report: the statement with its source, or that it is unknown and what a run takes. */
    public String label() {
      if (known()) {
        return "%s (%s)"
            .formatted(value.orElseThrow(), provenance.map(Provenance::label).orElseThrow());
      }
      return ours.map(taken -> "unknown; %s (%s)".formatted(taken, OURS)).orElse("unknown");
    }
  }

  /** Copies the list. */
  public PaperExperiment {
    fields = List.copyOf(fields);
  }

  /** What is known: three statements, and that the rest is not. */
  public static PaperExperiment known() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        stated(
            "access",
            "\"By modulating inputs and models into light, a wide range of edge nodes can directly"
                + " access the optical computing center via the edge-metro network.\""));
    fields.add(
        stated(
            "energyEfficiency",
            "\"The experimental validations show an energy efficiency of 118.6 mW/TOPs\","
                + " \"two orders of magnitude\" below electronic cloud"));
    fields.add(
        stated(
            "workload",
            "\"perform various complex generative AI models through parallel computing to achieve"
                + " image generation tasks.\""));
    UNKNOWN.forEach(name -> fields.add(unknown(name)));
    return new PaperExperiment(fields);
  }

  private static Field stated(String name, String value) {
    return new Field(name, Optional.of(value), Optional.of(TEXT), Optional.empty());
  }

  private static Field unknown(String name) {
    return new Field(name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A field by name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Field field(String name) {
    return fields.stream()
        .filter(one -> one.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no field %s, expected one of %s"
                        .formatted(name, fields.stream().map(Field::name).toList())));
  }

  /** Names of what the text does not state. */
  public Set<String> unknown() {
    return fields.stream()
        .filter(one -> !one.known())
        .map(Field::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The same with values that a run takes for unknown fields, labelled as ours.
   *
   * @param ours value by field
   * @throws IllegalArgumentException if a field is missing or known
   */
  public PaperExperiment filled(Map<String, String> ours) {
    ours.keySet().forEach(this::field);
    return new PaperExperiment(
        fields.stream()
            .map(
                one ->
                    ours.containsKey(one.name)
                        ? new Field(
                            one.name,
                            one.value,
                            one.provenance,
                            Optional.ofNullable(ours.get(one.name)))
                        : one)
            .toList());
  }
}
