package org.lightpath.opencl.internal.tuning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Chooses among variants that give the same bytes, for one device: by a stored choice, by
 * measuring, or the first. A choice stays for the process.
 */
public final class Tuner {
  /** Time to find a choice [s]; `lightpath tune` takes more. */
  private static final double SECONDS = 2;

  /** Names the time to find a choice [s]. */
  public static final String SECONDS_PROPERTY = "lightpath.tuning.seconds";

  private final TuningStore store;
  private final TuningMode mode;
  private final double seconds;
  private final Map<String, TuningChoice> chosen = new TreeMap<>();

  /**
   * Reads nothing yet.
   *
   * @param store where choices are kept
   * @param mode whether to read and to measure
   * @param seconds time to find a choice, its compilations included; the device may finish what it
   *     has begun [s]
   */
  public Tuner(TuningStore store, TuningMode mode, double seconds) {
    this.store = store;
    this.mode = mode;
    this.seconds = seconds;
  }

  /** With the mode and the time that the process was given. */
  public static Tuner of(TuningStore store) {
    String named = System.getProperty(SECONDS_PROPERTY, "");
    double seconds = named.isEmpty() ? SECONDS : Double.parseDouble(named);
    return new Tuner(store, TuningMode.current(), seconds);
  }

  /**
   * Chooses a variant.
   *
   * @param key what the choice depends on, apart from the device
   * @param variants the planner's first, then those that promise most
   * @param label names variants, each differently
   * @param trial prepares variants
   */
  public synchronized <V> V choose(
      String key, List<V> variants, Function<V, String> label, Trial<V> trial) {
    if (mode == TuningMode.OFF || variants.size() == 1) {
      return variants.getFirst();
    }
    TuningChoice choice = chosen.get(key);
    if (choice == null) {
      choice =
          stored(key, variants, label)
              .or(() -> measured(key, variants, label, trial))
              .orElseGet(() -> new TuningChoice(label.apply(variants.getFirst()), 1));
      chosen.put(key, choice);
    }
    return find(choice.variant(), variants, label).orElse(variants.getFirst());
  }

  /** A choice that names none of the variants is of another plan of the same key: not taken. */
  private <V> Optional<TuningChoice> stored(
      String key, List<V> variants, Function<V, String> label) {
    return mode.reads()
        ? store.read(key).filter(choice -> find(choice.variant(), variants, label).isPresent())
        : Optional.empty();
  }

  private static <V> Optional<V> find(String name, List<V> variants, Function<V, String> label) {
    return variants.stream().filter(variant -> label.apply(variant).equals(name)).findFirst();
  }

  private <V> Optional<TuningChoice> measured(
      String key, List<V> variants, Function<V, String> label, Trial<V> trial) {
    if (!mode.measures()) {
      return Optional.empty();
    }
    Optional<Contest.Result<V>> result = new Contest<>(trial, label, seconds).best(variants);
    if (result.isEmpty() || result.get().measured() == 0) {
      return Optional.empty();
    }
    TuningChoice choice =
        new TuningChoice(label.apply(result.get().variant()), result.get().ratio());
    store.write(key, choice);
    return Optional.of(choice);
  }

  /** Choices of this process so far, a line for each. */
  public synchronized List<String> lines() {
    return chosen.entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%s: %s, %.2f of the planned time",
                    entry.getKey(),
                    entry.getValue().variant(),
                    entry.getValue().ratio()))
        .toList();
  }

  /** For the description of a device. */
  public String describe() {
    String kept = "launches: ";
    return switch (mode) {
      case OFF -> kept + "as planned, tuning is off";
      case STORED -> {
        int count = store.count();
        yield count == 0
            ? kept + "as planned; `lightpath tune` measures what is faster on this device"
            : kept + "%d tuned, the others as planned (%s)".formatted(count, store.folder());
      }
      case MEASURE, RENEW -> kept + "measured, kept in " + store.folder();
    };
  }
}
