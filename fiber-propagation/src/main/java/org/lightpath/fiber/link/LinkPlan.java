package org.lightpath.fiber.link;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.PropagationPlan;

/**
 * A link turned into plans, span by span. Equal sections share one plan object, so that an engine
 * prepares it once.
 *
 * @param spans plans of each span in the order they run
 */
public record LinkPlan(List<List<FieldPlan>> spans) {
  /** Copies the lists. */
  public LinkPlan {
    spans = spans.stream().map(List::copyOf).toList();
  }

  /** Steps that each field takes over the whole link. */
  public long steps() {
    return propagations().mapToLong(plan -> plan.steps().steps()).sum();
  }

  /** Fourier transforms of one mode of one field over the whole link and batch. */
  public long transforms() {
    return spans.stream().flatMap(List::stream).mapToLong(FieldPlan::transforms).sum();
  }

  private Stream<PropagationPlan> propagations() {
    return spans.stream()
        .flatMap(List::stream)
        .filter(PropagationPlan.class::isInstance)
        .map(PropagationPlan.class::cast);
  }

  /** The step plans in words, one line for each run of equal spans. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    int first = 0;
    while (first < spans.size()) {
      int last = first;
      String steps = stepsOf(first);
      while (last + 1 < spans.size() && stepsOf(last + 1).equals(steps)) {
        last++;
      }
      String label =
          first == last
              ? "span %d".formatted(first + 1)
              : "spans %d-%d".formatted(first + 1, last + 1);
      text.append(label).append(": ").append(steps).append('\n');
      first = last + 1;
    }
    return text.toString();
  }

  private String stepsOf(int span) {
    return spans.get(span).stream()
        .filter(PropagationPlan.class::isInstance)
        .map(plan -> ((PropagationPlan) plan).steps().toString())
        .collect(Collectors.joining("; "));
  }
}
