package org.lightpath.datasets.onnx;

import java.lang.foreign.Arena;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A model: its graph and the versions of the operators it is written for. Its tensors are views of
 * files or of memory that {@link #close} gives back.
 *
 * @param name of the file or of the builder
 * @param irVersion version of the format
 * @param operatorSets version for each domain; the standard one is ""
 * @param graph the main graph
 * @param arena owns the memory behind the tensors
 */
public record OnnxModel(
    String name, long irVersion, Map<String, Long> operatorSets, OnnxGraph graph, Arena arena)
    implements AutoCloseable {
  /** Copies the map, in its order. */
  public OnnxModel {
    Objects.requireNonNull(name);
    operatorSets = Collections.unmodifiableMap(new LinkedHashMap<>(operatorSets));
    Objects.requireNonNull(graph);
    Objects.requireNonNull(arena);
  }

  @Override
  public void close() {
    arena.close();
  }
}
