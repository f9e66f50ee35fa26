package org.lightpath.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The peers of one family of array libraries: a script in a process of its own, with its threads
 * set from the environment. A process that died is started anew for the next case.
 */
final class ScriptFamily implements AutoCloseable {
  private static final int MOST_STARTS = 4;

  private final Launch launch;
  private final Exchange exchange = new Exchange();
  private JsonNode hello;
  private @Nullable PeerProcess process;
  private int starts;

  /**
   * How the script is started.
   *
   * @param family name, for messages
   * @param command program and arguments
   * @param environment variables set
   * @param removed variables removed
   * @param patience how long to wait
   */
  record Launch(
      String family,
      List<String> command,
      Map<String, String> environment,
      Set<String> removed,
      Patience patience) {
    /** Keeps copies. */
    Launch {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
      removed = Set.copyOf(removed);
    }

    private ProcessBuilder builder() {
      ProcessBuilder builder = new ProcessBuilder(command);
      removed.forEach(builder.environment()::remove);
      builder.environment().putAll(environment);
      return builder;
    }
  }

  /**
   * How long to wait.
   *
   * @param start for the first line: imports of large libraries
   * @param request for any answer
   * @param longestRun time of one run beyond which a peer is left out [s]; infinite for none
   */
  record Patience(Duration start, Duration request, double longestRun) {}

  /**
   * Starts it.
   *
   * @throws PeerFailedException if that fails; nothing is left behind then
   */
  ScriptFamily(Launch launch) {
    this.launch = launch;
    try {
      this.hello = start();
    } catch (PeerFailedException e) {
      close();
      throw e;
    }
  }

  private JsonNode start() {
    starts++;
    PeerProcess started = PeerProcess.start(launch.builder());
    process = started;
    return started.hello(launch.patience().start());
  }

  /** What its first line said. */
  JsonNode hello() {
    return hello;
  }

  /** Name of the family. */
  String name() {
    return launch.family();
  }

  private PeerProcess running() {
    PeerProcess current = process;
    if (current == null || !current.alive()) {
      if (starts >= MOST_STARTS) {
        throw new PeerFailedException("its process died %d times".formatted(starts));
      }
      if (current != null) {
        current.close();
      }
      hello = start();
      current = process;
    }
    if (current == null) {
      throw new PeerFailedException("it has no process");
    }
    return current;
  }

  /**
   * Makes a peer ready for a case.
   *
   * @param peer its name in the script
   * @param c the case
   * @param files its numbers by name
   */
  Ready prepare(String peer, ObjectNode c, Map<String, MemorySegment> files) {
    PeerProcess current = running();
    ObjectNode request = PeerProcess.request("prepare").put("peer", peer);
    request.set("case", c);
    ObjectNode names = request.putObject("files");
    Map<String, Path> written = new LinkedHashMap<>();
    try {
      files.forEach((name, numbers) -> written.put(name, exchange.write(numbers)));
      written.forEach((name, file) -> names.put(name, file.toString()));
      return new Ready(current, current.ask(request, launch.patience().request()));
    } finally {
      exchange.delete(new ArrayList<>(written.values()));
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
      process = null;
    }
    exchange.close();
  }

  /** A peer ready for one case, in the process that made it ready. */
  final class Ready implements TimedRun, AutoCloseable {
    private final PeerProcess owner;
    private final JsonNode answer;

    private Ready(PeerProcess owner, JsonNode answer) {
      this.owner = owner;
      this.answer = answer;
      if (!answer.path("ready").canConvertToInt()) {
        throw new PeerFailedException("expected a number as 'ready', got: " + answer);
      }
    }

    /** What it said when it was ready. */
    JsonNode answer() {
      return answer;
    }

    private JsonNode ask(ObjectNode request) {
      request.put("ready", answer.get("ready").asInt());
      return owner.ask(request, launch.patience().request());
    }

    /** Gives it a field. */
    void load(MemorySegment numbers) {
      Path file = exchange.write(numbers);
      try {
        ask(PeerProcess.request("load").put("file", file.toString()));
      } finally {
        exchange.delete(List.of(file));
      }
    }

    /** Takes its result. */
    void store(MemorySegment numbers) {
      Path file = exchange.file();
      try {
        ask(PeerProcess.request("store").put("file", file.toString()));
        exchange.read(file, numbers);
      } finally {
        exchange.delete(List.of(file));
      }
    }

    @Override
    public void run() {
      ask(PeerProcess.request("run"));
    }

    /** Timed where it runs: the way there and back is no part of it. */
    @Override
    public double turn(double leastSeconds) {
      ObjectNode request = PeerProcess.request("turn").put("seconds", leastSeconds);
      double longest = launch.patience().longestRun();
      if (Double.isFinite(longest)) {
        request.put("limit", longest);
      }
      JsonNode reply = ask(request);
      double seconds = reply.path("seconds").asDouble(Double.NaN);
      if (!(seconds > 0 && Double.isFinite(seconds))) {
        throw new PeerFailedException("expected a time of a run above 0 s, got: " + reply);
      }
      return seconds;
    }

    @Override
    public void close() {
      if (owner.alive()) {
        try {
          ask(PeerProcess.request("close"));
        } catch (PeerFailedException e) {
          // It is left out already, or will be: nothing is lost here.
          owner.alive();
        }
      }
    }
  }
}
