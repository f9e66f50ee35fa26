package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineProvider;
import org.lightpath.core.engine.EngineUnavailableException;
import org.lightpath.core.engine.Engines;

/** Who takes part in a measurement. */
final class Contenders {
  /** Stands for every engine with a device, but for those that only judge. */
  static final String ALL = "all";

  private Contenders() {}

  /**
   * Engines by name, each device of each.
   *
   * @param names of engines, {@code auto} or {@code all}
   * @param device the only device of each engine, or all
   * @param threads numbers of host threads to try, for engines that compute on the host
   */
  static List<EngineContender> engines(
      List<String> names, OptionalInt device, List<Integer> threads) {
    Set<EngineProvider> providers = new LinkedHashSet<>();
    for (String name : names) {
      if (name.equals(ALL)) {
        Engines.providers().stream()
            .filter(provider -> provider.rank() >= 0 && provider.unavailable().isEmpty())
            .forEach(provider -> add(providers, provider));
      } else {
        add(providers, Engines.choose(name));
      }
    }
    List<EngineContender> contenders = new ArrayList<>();
    for (EngineProvider provider : providers) {
      for (int index : devices(provider, device)) {
        // Host threads of other engines only wait.
        for (int count : EngineContender.onHost(provider) ? threads : List.of(1)) {
          contenders.add(new EngineContender(provider, new EngineOptions(index, count)));
        }
      }
    }
    return contenders;
  }

  /** Each call of the service loader makes providers anew: they are told apart by name. */
  private static void add(Set<EngineProvider> providers, EngineProvider provider) {
    if (providers.stream().noneMatch(known -> known.name().equals(provider.name()))) {
      providers.add(provider);
    }
  }

  private static List<Integer> devices(EngineProvider provider, OptionalInt device) {
    List<DeviceDescription> present = provider.devices();
    if (device.isEmpty()) {
      return present.stream().map(DeviceDescription::index).toList();
    }
    if (device.getAsInt() < 0 || device.getAsInt() >= present.size()) {
      throw new EngineUnavailableException(
          "engine '%s' has no device %d: it has %d, numbered from 0"
              .formatted(provider.name(), device.getAsInt(), present.size()));
    }
    return List.of(device.getAsInt());
  }

  /** JTransforms, and FFTW where it can be built: one thread of the host. */
  static List<FieldContender> fieldPeers(Consumer<String> log) {
    Contender host = new EngineContender(Engines.choose("cpu"), new EngineOptions(0, 1));
    List<FieldContender> peers = new ArrayList<>();
    peers.add(new JTransformsContender(host));
    FftwContender.build(host, log).ifPresent(peers::add);
    return peers;
  }

  /** OpenBLAS where it is installed, with each number of threads, and noise for each product. */
  static List<ProductContender> productPeers(List<Integer> threads, Consumer<String> log) {
    List<ProductContender> peers = new ArrayList<>();
    OpenBlas.find(log)
        .ifPresent(
            library -> {
              String kernel = System.getenv("OPENBLAS_CORETYPE");
              if (kernel != null) {
                log.accept(
                    "warning: OPENBLAS_CORETYPE=%s holds OpenBLAS to that kernel, which may not be the best for this processor; unset it"
                        .formatted(kernel));
              }
              log.accept(library.description());
              for (int count : threads) {
                peers.add(
                    new OpenBlasContender(
                        library,
                        new EngineContender(Engines.choose("cpu"), new EngineOptions(0, count))));
              }
            });
    peers.add(new PerMultiplyContender());
    return peers;
  }
}
