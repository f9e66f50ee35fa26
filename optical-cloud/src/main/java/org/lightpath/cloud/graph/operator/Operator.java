package org.lightpath.cloud.graph.operator;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operator of the standard set.
 *
 * @param attributes that are known
 * @param check tells why a node is refused
 * @param preparer infers shapes and chooses the kernel
 */
public record Operator(Set<String> attributes, Check check, Preparer preparer) {
  /** Copies the set. */
  public Operator {
    attributes = Set.copyOf(attributes);
  }

  /** Looks at the attributes of a node. */
  @FunctionalInterface
  public interface Check {
    /** Why the node cannot be run, null if it can. */
    @Nullable String refusal(OperatorNode node);
  }

  /** Makes a node ready. */
  @FunctionalInterface
  public interface Preparer {
    /**
     * Infers shapes and chooses the kernel.
     *
     * @throws IllegalArgumentException if the inputs do not fit
     */
    Prepared prepare(PlanNode node);
  }

  /** An operator that takes any value of these attributes. */
  public static Operator of(Preparer preparer, String... attributes) {
    return new Operator(Set.of(attributes), node -> null, preparer);
  }

  /** With a look at the values of the attributes. */
  public Operator refusing(Check refusal) {
    return new Operator(attributes, refusal, preparer);
  }

  /** Why a node cannot be run, null if it can. */
  public @Nullable String refusal(OperatorNode node) {
    for (String attribute : node.onnx().attributes().keySet()) {
      if (!attributes.contains(attribute)) {
        return "attribute %s is not implemented (known: %s); export the model without it"
            .formatted(attribute, attributes.stream().sorted().toList());
      }
    }
    return check.refusal(node);
  }
}
