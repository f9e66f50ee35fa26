package org.lightpath.datasets.safetensors;

import java.lang.foreign.Arena;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An open file of weights, mapped until it is closed.
 *
 * @param name of the file
 * @param tensors by name, in the order of the header
 * @param metadata free texts by key
 * @param arena owns the memory behind the tensors
 */
public record Safetensors(
    String name, Map<String, SafetensorsTensor> tensors, Map<String, String> metadata, Arena arena)
    implements AutoCloseable {
  /** Copies the maps, in their order. */
  public Safetensors {
    Objects.requireNonNull(name);
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    Objects.requireNonNull(arena);
  }

  @Override
  public void close() {
    arena.close();
  }
}
