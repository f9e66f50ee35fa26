package org.lightpath.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;

/**
 * Starts the peers of a script: a process for each family of libraries and number of threads, so
 * that none disturbs another.
 */
final class ScriptPeers {
  /** Families of libraries that share a process; where a way suits several, the first has it. */
  static final List<String> FAMILIES = List.of("cupy", "torch", "numpy");

  private static final List<String> DEVICE_FAMILIES = List.of("cupy", "torch");
  private static final List<String> HOST_FAMILIES = List.of("torch", "numpy");

  /** Variables that set the threads of the libraries' own pools. */
  private static final List<String> THREADS =
      List.of("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS");

  /** Held to another kernel, OpenBLAS shows half of its speed. */
  private static final Set<String> REMOVED = Set.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE");

  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration REQUEST = Duration.ofMinutes(10);

  /** A run of a peer that takes longer than so many turns is not waited for, unless it is named. */
  private static final double LONGEST_RUN_TURNS = 10;

  private static final double LEAST_LIMIT_SECONDS = 2;

  /** Bytes that noise for each term of a product may take in a script [B]. */
  private static final String MEMORY = "2.5e8";

  private final PeerChoice choice;
  private final Place place;
  private final Consumer<String> log;

  /**
   * Where peers run.
   *
   * @param folder of the scripts
   * @param host whether on the host
   * @param device whether on a device of CUDA
   * @param threads numbers of host threads
   * @param secondsPerTurn time of a turn [s]
   */
  record Place(
      Optional<Path> folder,
      boolean host,
      boolean device,
      List<Integer> threads,
      double secondsPerTurn) {
    /** Keeps a copy. */
    Place {
      threads = List.copyOf(threads);
    }

    /** Beside these engines: where they compute. */
    static Place beside(List<EngineContender> engines, List<Integer> threads, Turns turns) {
      boolean device = engines.stream().anyMatch(engine -> !engine.onHost());
      boolean host = engines.stream().anyMatch(EngineContender::onHost);
      return new Place(ScriptPeers.folder(), host, device, threads, turns.secondsPerTurn());
    }
  }

  /**
   * Peers to start.
   *
   * @param choice who is wanted
   * @param place where
   * @param log told what is missing, and why
   */
  ScriptPeers(PeerChoice choice, Place place, Consumer<String> log) {
    this.choice = choice;
    this.place = place;
    this.log = log;
  }

  /** The folder of the scripts, in a checkout and in the image alike. */
  static Optional<Path> folder() {
    String home = System.getProperty("lightpath.home", "");
    return Optional.of(Path.of(home, "benchmarks", "peers"))
        .filter(folder -> !home.isEmpty() && Files.isDirectory(folder));
  }

  /**
   * The peers of a script that are wanted and found.
   *
   * @param script file in the folder
   * @param ways names of all its peers, by family
   */
  List<ScriptPeer> find(String script, Map<String, List<String>> ways) {
    List<String> wanted = FAMILIES.stream().filter(family -> wants(family, ways)).toList();
    if (wanted.isEmpty()) {
      return List.of();
    }
    Optional<Path> file =
        place.folder().map(folder -> folder.resolve(script)).filter(Files::isRegularFile);
    if (file.isEmpty()) {
      log.accept(
          "peers by array libraries are left out: benchmarks/peers/%s is not below lightpath.home"
              .formatted(script));
      return List.of();
    }
    tellRemoved();
    Map<String, ScriptPeer> found = new LinkedHashMap<>();
    if (place.device()) {
      addAll(found, file.get(), wanted.stream().filter(DEVICE_FAMILIES::contains).toList(), 0);
    }
    if (place.host() || found.isEmpty()) {
      List<String> host = wanted.stream().filter(HOST_FAMILIES::contains).toList();
      for (int count : new TreeSet<>(place.threads())) {
        addAll(found, file.get(), host, count);
      }
    }
    return List.copyOf(found.values());
  }

  private void tellRemoved() {
    for (String name : new TreeSet<>(REMOVED)) {
      String value = System.getenv(name);
      if (value != null) {
        log.accept(
            "peers by array libraries run without %s=%s, which would hold OpenBLAS to another kernel"
                .formatted(name, value));
      }
    }
  }

  private boolean wants(String family, Map<String, List<String>> ways) {
    return choice.wantsAny(ways.getOrDefault(family, List.of()));
  }

  /** Adds the peers of some families that are not there yet; 0 threads for a device. */
  private void addAll(
      Map<String, ScriptPeer> found, Path script, List<String> families, int threads) {
    for (String name : families) {
      Optional<ScriptFamily> family = start(script, name, threads);
      if (family.isEmpty()) {
        continue;
      }
      int before = found.size();
      for (ScriptPeer.About about : abouts(family.get())) {
        if (choice.wants(about.name())) {
          String key = "%s %d %s".formatted(about.name(), about.threads(), about.onHost());
          found.putIfAbsent(key, new ScriptPeer(family.get(), about, host(about.threads())));
        }
      }
      if (found.size() == before) {
        family.get().close();
      }
    }
  }

  private static Contender host(int threads) {
    return new EngineContender(Engines.choose("cpu"), new EngineOptions(0, Math.max(1, threads)));
  }

  private List<ScriptPeer.About> abouts(ScriptFamily family) {
    List<ScriptPeer.About> abouts = new ArrayList<>();
    try {
      for (JsonNode node : family.hello().path("peers")) {
        abouts.add(ScriptPeer.About.of(node));
      }
    } catch (PeerFailedException e) {
      log.accept("%s is left out: %s".formatted(family.name(), e.getMessage()));
      return List.of();
    }
    return abouts;
  }

  private Optional<ScriptFamily> start(Path script, String family, int threads) {
    try {
      ScriptFamily started = new ScriptFamily(launch(script, family, threads));
      PeerProcess.texts(started.hello().path("missing")).forEach(log);
      PeerProcess.texts(started.hello().path("notes")).forEach(log);
      return Optional.of(started);
    } catch (PeerFailedException e) {
      log.accept("%s is left out: %s".formatted(family, e.getMessage()));
      return Optional.empty();
    }
  }

  private ScriptFamily.Launch launch(Path script, String family, int threads) {
    List<String> command = new ArrayList<>(List.of(choice.interpreter(), "-B", script.toString()));
    command.addAll(List.of("--serve", "--family", family));
    command.addAll(List.of("--device", threads == 0 ? "cuda" : "cpu"));
    command.addAll(List.of("--threads", Integer.toString(Math.max(1, threads))));
    if (script.getFileName().toString().startsWith("matmul")) {
      command.addAll(List.of("--memory", MEMORY));
    }
    Map<String, String> environment = new LinkedHashMap<>();
    THREADS.forEach(name -> environment.put(name, Integer.toString(Math.max(1, threads))));
    environment.put("PYTHONUNBUFFERED", "1");
    if (threads > 0) {
      environment.put("CUDA_VISIBLE_DEVICES", "");
    }
    double longest =
        choice.auto()
            ? Math.max(LEAST_LIMIT_SECONDS, LONGEST_RUN_TURNS * place.secondsPerTurn())
            : Double.POSITIVE_INFINITY;
    return new ScriptFamily.Launch(
        family, command, environment, REMOVED, new ScriptFamily.Patience(START, REQUEST, longest));
  }
}
