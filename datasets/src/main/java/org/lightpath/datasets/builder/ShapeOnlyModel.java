package org.lightpath.datasets.builder;

import java.util.List;
import java.util.Objects;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxTensor;

/**
 * A model of a published architecture at full size with seeded random weights. It is right for
 * operators, shapes, numbers of operations and memory; what it computes means nothing, and no
 * quality may be told of it.
 *
 * @param name of the architecture
 * @param seed of the weights
 * @param parts graphs that make up the model, in their order
 * @param unit what a run makes: image, step, call or token
 * @param unitsPerRun how many of them one sample makes: the number of positions for tokens, else 1
 * @param otherParameters number of parameters that are in no part, because no product needs them:
 *     tables of embeddings
 */
public record ShapeOnlyModel(
    String name, long seed, List<Part> parts, String unit, long unitsPerRun, long otherParameters)
    implements AutoCloseable {
  /**
   * A graph that stands for several of its shape.
   *
   * @param model one of them
   * @param repeats how many of them the whole model has
   */
  public record Part(OnnxModel model, int repeats) {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Part {
      Objects.requireNonNull(model);
      if (repeats < 1) {
        throw new IllegalArgumentException(
            "repeats of '%s': found %d, expected 1 or more".formatted(model.name(), repeats));
      }
    }

    private long parameters() {
      return repeats
          * model.graph().initializers().values().stream().mapToLong(OnnxTensor::elements).sum();
    }
  }

  /** Copies the list. */
  public ShapeOnlyModel {
    Objects.requireNonNull(name);
    Objects.requireNonNull(unit);
    parts = List.copyOf(parts);
  }

  /** Number of parameters of the whole model. */
  public long parameters() {
    return otherParameters + parts.stream().mapToLong(Part::parameters).sum();
  }

  /** What must be said beside every figure of this model. */
  public String label() {
    return "%s (shape-only, random weights, seed %d)".formatted(name, seed);
  }

  @Override
  public void close() {
    parts.forEach(part -> part.model().close());
  }
}
