package org.lightpath.cloud.graph;

import java.util.List;

/** A model asks for operators, or attributes of operators, that are not implemented. */
public final class UnsupportedOperatorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  /**
   * A node that cannot be run.
   *
   * @param node its name
   * @param operator its type with the domain, "Conv" or "com.microsoft.FusedConv"
   * @param opset version of the operator set of the model
   * @param reason what is missing and what to do
   */
  public record Refusal(String node, String operator, long opset, String reason) {
    @Override
    public String toString() {
      return "node %s: operator %s (opset %d): %s".formatted(node, operator, opset, reason);
    }
  }

  /**
   * All nodes of a model that cannot be run.
   *
   * @param model name of the model
   * @param refusals at least one
   */
  public UnsupportedOperatorException(String model, List<Refusal> refusals) {
    super(
        "model %s: %d of its nodes cannot be run:%n  %s"
            .formatted(
                model,
                refusals.size(),
                String.join(
                    System.lineSeparator() + "  ",
                    refusals.stream().map(Refusal::toString).toList())));
    this.refusals = List.copyOf(refusals);
  }

  /** The nodes, in the order of the graph. */
  public List<Refusal> refusals() {
    return refusals;
  }
}
