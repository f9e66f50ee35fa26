package org.lightpath.core.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds and chooses engines. */
public final class Engines {
  /** Name that stands for the fastest engine present. */
  public static final String AUTO = "auto";

  /** Engines that an installation may lack, and how to add them. */
  private static final Map<String, String> OPTIONAL =
      Map.of(
          "tornado",
          "not part of this installation: install TornadoVM's SDK for JDK 25 with the OpenCL backend, set TORNADOVM_HOME to it"
              + " and start with ./lightpath from a checkout (docs/tornado.md)");

  private Engines() {}

  /** All engines this installation knows, best first. */
  public static List<EngineProvider> providers() {
    return known()
        .sorted(
            Comparator.comparingInt(EngineProvider::rank)
                .reversed()
                .thenComparing(EngineProvider::name))
        .toList();
  }

  /**
   * Engines that can be added and are not part of this installation: why, and what to install, by
   * name.
   */
  public static Map<String, String> absent() {
    NavigableMap<String, String> absent = new TreeMap<>(OPTIONAL);
    known().map(EngineProvider::name).forEach(absent::remove);
    return absent;
  }

  /** All engines in any order: a rank may cost a look for devices, which a named engine spares. */
  private static Stream<EngineProvider> known() {
    return ServiceLoader.load(EngineProvider.class).stream().map(ServiceLoader.Provider::get);
  }

  /**
   * Chooses an engine by name, or the best one present for {@code auto}.
   *
   * @throws EngineUnavailableException if the named engine does not exist or has no device
   */
  public static EngineProvider choose(String name) {
    if (name.equals(AUTO)) {
      List<EngineProvider> all = providers();
      return all.stream()
          .filter(provider -> provider.rank() >= 0 && provider.unavailable().isEmpty())
          .findFirst()
          .orElseThrow(
              () -> new EngineUnavailableException("no engine has a device here: " + reasons(all)));
    }
    EngineProvider named =
        known()
            .filter(provider -> provider.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new EngineUnavailableException(unknown(name)));
    named
        .unavailable()
        .ifPresent(
            reason -> {
              throw new EngineUnavailableException(
                  "engine '%s' is not available: %s".formatted(name, reason));
            });
    return named;
  }

  /** Chooses and opens an engine. */
  public static Engine open(String name, EngineOptions options) {
    EngineProvider provider = choose(name);
    int devices = provider.devices().size();
    for (int device : options.devices()) {
      if (device >= devices) {
        throw new EngineUnavailableException(
            "engine '%s' has no device %d: it has %d, numbered from 0"
                .formatted(provider.name(), device, devices));
      }
    }
    return provider.open(options);
  }

  private static String unknown(String name) {
    String reason = absent().get(name);
    return reason == null
        ? "engine '%s' is not part of this installation; known engines: %s".formatted(name, names())
        : "engine '%s' is not available: %s".formatted(name, reason);
  }

  private static String names() {
    return known().map(EngineProvider::name).sorted().collect(Collectors.joining(", "));
  }

  private static String reasons(List<EngineProvider> providers) {
    return providers.stream()
        .map(provider -> provider.name() + ": " + provider.unavailable().orElse("never automatic"))
        .collect(Collectors.joining("; "));
  }
}
