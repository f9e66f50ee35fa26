package org.lightpath.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process that answers requests, a line of JSON each; {@code benchmarks/peers/peer_server.py}
 * holds the protocol.
 *
 * <p>It ends with this object, with the JVM (also on a signal), and by itself when its input ends.
 */
final class PeerProcess implements AutoCloseable {
  /** Version of the protocol that is spoken here. */
  static final int PROTOCOL = 1;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KEPT_LINES = 20;
  private static final int SHOWN_CHARACTERS = 200;
  private static final Duration END = Duration.ofSeconds(2);

  private final Process process;
  private final BufferedWriter requests;
  private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
  private final Deque<String> errors = new ArrayDeque<>();
  private final Thread errorReader;
  private final Thread hook;

  private PeerProcess(Process process) {
    this.process = process;
    this.requests =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    this.hook = new Thread(process::destroyForcibly, "end of a peer");
    Runtime.getRuntime().addShutdownHook(hook);
    read(process.getInputStream(), line -> answers.add(Optional.of(line)), this::ended);
    this.errorReader = read(process.getErrorStream(), this::keep, () -> {});
  }

  /**
   * Starts a process.
   *
   * @throws PeerFailedException if there is no such program
   */
  static PeerProcess start(ProcessBuilder builder) {
    try {
      return new PeerProcess(builder.start());
    } catch (IOException e) {
      throw new PeerFailedException(
          "%s cannot be started: %s".formatted(builder.command().getFirst(), e.getMessage()), e);
    }
  }

  private static Thread read(InputStream stream, Consumer<String> line, Runnable end) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try (BufferedReader reader =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(line);
              } catch (IOException | UncheckedIOException e) {
                // The stream of a process that was killed: its end says the same.
                end.run();
                return;
              }
              end.run();
            });
  }

  private void ended() {
    answers.add(Optional.empty());
  }

  private void keep(String line) {
    synchronized (errors) {
      if (errors.size() == KEPT_LINES) {
        errors.removeFirst();
      }
      if (!line.isBlank()) {
        errors.addLast(line);
      }
    }
  }

  /** Whether it still runs. */
  boolean alive() {
    return process.isAlive();
  }

  /**
   * What the process says of itself: its first line.
   *
   * @throws PeerFailedException if it speaks another protocol, or says nothing in time
   */
  JsonNode hello(Duration patience) {
    JsonNode hello = answer("start", patience);
    if (hello.path("protocol").asInt() != PROTOCOL) {
      end();
      throw new PeerFailedException(
          "expected version %d of the protocol, got: %s"
              .formatted(PROTOCOL, cut(hello.toString())));
    }
    return hello;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws PeerFailedException if the answer is an error, none comes in time (the process is ended
   *     then), or the process is gone
   */
  JsonNode ask(ObjectNode request, Duration patience) {
    try {
      requests.write(request.toString());
      requests.newLine();
      requests.flush();
    } catch (IOException e) {
      throw new PeerFailedException(death(), e);
    }
    JsonNode answer = answer(request.path("do").asText(), patience);
    if (answer.has("error")) {
      throw new PeerFailedException(cut(answer.get("error").asText()));
    }
    return answer;
  }

  private JsonNode answer(String what, Duration patience) {
    try {
      Optional<String> line = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (line == null) {
        end();
        throw new PeerFailedException(
            "no answer to '%s' in %.1f s".formatted(what, patience.toMillis() * 1e-3));
      }
      return parsed(what, line.orElseThrow(() -> new PeerFailedException(death())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end();
      throw new PeerFailedException("interrupted", e);
    }
  }

  private JsonNode parsed(String what, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      end();
      throw new PeerFailedException(wrong(what, line), e);
    }
    end();
    throw new PeerFailedException(wrong(what, line));
  }

  /** Whoever does not answer in JSON is out of step: its later lines would mean nothing. */
  private static String wrong(String what, String line) {
    return "expected an object of JSON as answer to '%s', got: %s".formatted(what, cut(line));
  }

  /** Why it is gone, as far as can be told. */
  private String death() {
    try {
      if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
        return "its output has ended";
      }
      errorReader.join(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    int code = process.isAlive() ? 0 : process.exitValue();
    // Death by a signal is told as 128 + its number.
    String killed = code == 128 + 9 ? " (killed, perhaps for want of memory)" : "";
    synchronized (errors) {
      String last = errors.isEmpty() ? "" : ": " + cut(errors.getLast().strip());
      return "the process ended with code %d%s%s".formatted(code, killed, last);
    }
  }

  private static String cut(String text) {
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
  }

  private void end() {
    process.destroyForcibly();
  }

  /** Ends the process. */
  @Override
  public void close() {
    try {
      requests.close();
    } catch (IOException e) {
      // It is gone already.
      end();
    }
    try {
      if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
        end();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook runs.
      end();
    }
  }

  /** A request. */
  static ObjectNode request(String what) {
    return JSON.createObjectNode().put("do", what);
  }

  /** Texts of an array. */
  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
