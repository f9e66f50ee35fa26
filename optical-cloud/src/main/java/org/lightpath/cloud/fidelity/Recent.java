package org.lightpath.cloud.fidelity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The entries used last, up to a number; those that fall out are closed.
 *
 * @param <K> key
 * @param <V> entry
 */
final class Recent<K, V> implements AutoCloseable {
  private final int capacity;
  private final Consumer<V> closer;
  private final LinkedHashMap<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);

  Recent(int capacity, Consumer<V> closer) {
    this.capacity = capacity;
    this.closer = closer;
  }

  /** The entry of a key, made if there is none. */
  V get(K key, Function<K, V> maker) {
    V found = entries.get(key);
    if (found == null) {
      found = maker.apply(key);
      entries.put(key, found);
      shrink();
    }
    return found;
  }

  private void shrink() {
    var oldest = entries.entrySet().iterator();
    while (entries.size() > capacity) {
      Map.Entry<K, V> entry = oldest.next();
      oldest.remove();
      closer.accept(entry.getValue());
    }
  }

  /** The entries held. */
  Iterable<V> values() {
    return entries.values();
  }

  @Override
  public void close() {
    entries.values().forEach(closer);
    entries.clear();
  }
}
