package org.lightpath.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands for a script in a process of its own. Its peers are what they are called: {@code idle}
 * gives back what it was given, the others fail in their own way. Written without libraries, so
 * that it starts from the test's classes alone.
 */
final class FakePeer {
  private static final List<String> ALL =
      List.of("idle", "crash", "babble", "hang", "refuse", "short", "timeless");
  private static final Pattern TEXT = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private byte[] numbers = new byte[0];
  private String peer = "";

  private FakePeer() {}

  /** The command that starts it. */
  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp"));
    command.add(location());
    command.add(FakePeer.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  private static String location() {
    return Path.of(
            java.net.URI.create(
                FakePeer.class.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  public static void main(String[] arguments) throws IOException {
    FakePeer fake = new FakePeer();
    fake.out.println(hello(List.of(arguments)));
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      in.lines().forEach(fake::answer);
    }
  }

  private static String hello(List<String> arguments) {
    if (arguments.contains("old")) {
      return "{\"protocol\": 0}";
    }
    String peers =
        String.join(",", names(arguments).stream().map(name -> about(name, arguments)).toList());
    return "{\"protocol\": 1, \"peers\": [%s], \"missing\": [\"absent: no module\"], \"notes\": [\"HOME %s, THREADS %s\"]}"
        .formatted(peers, System.getenv("HOME"), System.getenv("OMP_NUM_THREADS"));
  }

  /** As a script does: by the family that it is asked for. */
  private static List<String> names(List<String> arguments) {
    return switch (after(arguments, "--family")) {
      case "numpy" -> List.of("numpy", "scipy-sincos", "lkb");
      case "torch" -> List.of("torch", "lkb");
      case "cupy" -> List.of();
      default -> ALL;
    };
  }

  private static String about(String name, List<String> arguments) {
    return String.format(
        Locale.ROOT,
        "{\"name\": \"%s\", \"detail\": \"fake %s\", \"threads\": %s, \"onHost\": %s, \"effects\": [\"noiseless\"]}",
        name,
        after(arguments, "--family"),
        name.equals("numpy") || !arguments.contains("--threads")
            ? "1"
            : after(arguments, "--threads"),
        !after(arguments, "--device").equals("cuda"));
  }

  private static String after(List<String> arguments, String name) {
    int at = arguments.indexOf(name);
    return at < 0 ? "" : arguments.get(at + 1);
  }

  private static String text(String line, String key) {
    Matcher matcher = TEXT.matcher(line);
    while (matcher.find()) {
      if (matcher.group(1).equals(key)) {
        return matcher.group(2);
      }
    }
    return "";
  }

  private void answer(String line) {
    try {
      out.println(
          switch (text(line, "do")) {
            case "prepare" -> prepare(text(line, "peer"));
            case "load" -> load(Path.of(text(line, "file")));
            case "store" -> store(Path.of(text(line, "file")));
            case "turn" -> turn();
            default -> "{}";
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String prepare(String name) {
    peer = name;
    return name.equals("refuse")
        ? "{\"error\": \"MemoryError: too much\"}"
        : "{\"ready\": 1, \"memory_bytes\": 42, \"seconds\": 0.25, \"share\": 1.0, \"ratio\": null}";
  }

  private String load(Path file) throws IOException {
    numbers = Files.readAllBytes(file);
    return "{}";
  }

  private String store(Path file) throws IOException {
    Files.write(file, peer.equals("short") ? new byte[8] : numbers);
    return "{}";
  }

  private String turn() {
    return switch (peer) {
      case "crash" -> crash();
      case "hang" -> hang();
      case "babble" -> "warning: this is no JSON";
      case "timeless" -> "{\"seconds\": 0, \"runs\": 1}";
      default -> "{\"seconds\": 0.125, \"runs\": 3}";
    };
  }

  private static String crash() {
    System.err.println("out of luck");
    System.exit(3);
    return "";
  }

  /** Until the other side has had enough. */
  private static String hang() {
    try {
      return System.in.read() < 0 ? "" : "{}";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
