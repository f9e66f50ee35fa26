package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  /** Peers of {@code split_step_peers.py} by the family of libraries that they may come from. */
  private static final Map<String, List<String>> STEP_WAYS =
      Map.of(
          "numpy", List.of("numpy", "numpy-sincos", "scipy", "scipy-sincos", "lkb", "sionna"),
          "torch",
              List.of("torch", "torch-sincos", "torch-compile", "torch-graph", "lkb", "sionna"),
          "cupy", List.of("cupy", "cupy-fused", "lkb", "sionna"));

  /** Peers of {@code matmul_peers.py} and {@code mesh_peers.py}. */
  private static final Map<String, List<String>> MATRIX_WAYS =
      Map.of(
          "numpy",
          List.of("numpy"),
          "torch",
          List.of("torch", "torch-compile"),
          "cupy",
          List.of("cupy"));

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

  /**
   * JTransforms, FFTW where it can be built, each on one thread of the host, and loops of array
   * libraries.
   */
  static List<FieldContender> fieldPeers(
      PeerChoice choice, ScriptPeers.Place place, Consumer<String> log) {
    Contender host = host(1);
    List<FieldContender> peers = new ArrayList<>();
    if (choice.wants("jtransforms")) {
      peers.add(new JTransformsContender(host));
    }
    if (choice.wants("fftw")) {
      FftwContender.build(host, log).ifPresent(peers::add);
    }
    scripts("split_step_peers.py", STEP_WAYS, choice, place, log).stream()
        .map(ScriptFieldContender::new)
        .forEach(peers::add);
    return peers;
  }

  /**
   * OpenBLAS where it is installed and EJML, with each number of threads, array libraries, and
   * noise for each product.
   */
  static List<ProductContender> productPeers(
      PeerChoice choice, ScriptPeers.Place place, Consumer<String> log) {
    List<ProductContender> peers = new ArrayList<>();
    if (choice.wants("openblas")) {
      addOpenBlas(peers, place.threads(), log);
    }
    if (choice.wants("ejml")) {
      for (int count : place.threads()) {
        peers.add(new EjmlContender(host(count)));
      }
    }
    scripts("matmul_peers.py", MATRIX_WAYS, choice, place, log).stream()
        .map(ScriptProductContender::new)
        .forEach(peers::add);
    if (choice.wants("permultiply")) {
      peers.add(new PerMultiplyContender());
    }
    return peers;
  }

  /** Meshes by array libraries. */
  static List<MeshContender> meshPeers(
      PeerChoice choice, ScriptPeers.Place place, Consumer<String> log) {
    return scripts("mesh_peers.py", MATRIX_WAYS, choice, place, log).stream()
        .<MeshContender>map(ScriptMeshContender::new)
        .toList();
  }

  private static List<ScriptPeer> scripts(
      String script,
      Map<String, List<String>> ways,
      PeerChoice choice,
      ScriptPeers.Place place,
      Consumer<String> log) {
    return new ScriptPeers(choice, place, log).find(script, ways);
  }

  private static Contender host(int threads) {
    return new EngineContender(Engines.choose("cpu"), new EngineOptions(0, threads));
  }

  private static void addOpenBlas(
      List<ProductContender> peers, List<Integer> threads, Consumer<String> log) {
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
              threads.forEach(count -> peers.add(new OpenBlasContender(library, host(count))));
            });
  }
}
