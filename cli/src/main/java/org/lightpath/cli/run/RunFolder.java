package org.lightpath.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lightpath.datasets.table.ArrowFile;
import org.lightpath.datasets.table.Table;

/** The folder a run writes; every file in it appears whole. */
public final class RunFolder {
  /** The experiment as given. */
  public static final String EXPERIMENT = "experiment.yaml";

  /** The experiment with every default, in SI. */
  public static final String RESOLVED = "resolved.json";

  /** Metrics and provenance. */
  public static final String SUMMARY = "summary.json";

  /** The main table. */
  public static final String RESULTS = "results.arrow";

  /** Complex fields that were asked for. */
  public static final String FIELDS = "fields.arrow";

  /** Folder of the tables behind the figures of the report. */
  public static final String PLOT_DATA = "plots/data";

  /** Folder of the checkpoints of an unfinished run. */
  public static final String CHECKPOINT = "checkpoint";

  private final Path path;

  private RunFolder(Path path) {
    this.path = path;
  }

  /** A new folder; one that exists already is refused unless it is empty. */
  public static RunFolder create(Path path) {
    try {
      if (Files.exists(path) && !isEmptyFolder(path)) {
        throw new UsageException(
            "%s exists and is not empty: a run never overwrites another; choose another --out, or"
                    .formatted(path)
                + " continue that run with --resume");
      }
      Files.createDirectories(path);
      return new RunFolder(path);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  /** A folder that an earlier run made. */
  public static RunFolder open(Path path) {
    if (!Files.isDirectory(path)) {
      throw new UsageException("%s is not a run folder".formatted(path));
    }
    return new RunFolder(path);
  }

  /** Deletes what a run that was killed while it wrote has left. */
  public void deleteParts() {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> parts =
          all.filter(file -> file.getFileName().toString().endsWith(AtomicFile.PART)).toList();
      for (Path part : parts) {
        Files.delete(part);
      }
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      throw new FileAlreadyExistsException(path.toString(), null, "it is a file");
    }
    try (Stream<Path> content = Files.list(path)) {
      return content.findAny().isEmpty();
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** A file in it. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** Writes a file. */
  public void write(String name, AtomicFile.Content content) {
    Path file = file(name);
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      AtomicFile.write(file, content);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** Writes a text. */
  public void write(String name, String text) {
    write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes JSON. */
  public void write(String name, JsonNode json) {
    write(name, Json.text(json));
  }

  /** Writes a table. */
  public void write(String name, Table table) {
    write(name, out -> ArrowFile.write(table, out));
  }

  /** Writes a table behind a figure of the report. */
  public void writePlotData(String name, Table table) {
    write(PLOT_DATA + "/" + name + ".arrow", table);
  }

  /** Deletes a folder within this one, if it is there. */
  public void deleteFolder(String name) {
    Path folder = file(name);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> content = Files.list(folder)) {
      for (Path entry : content.toList()) {
        Files.delete(entry);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** A failure to read or write, in words a person can act on. */
  public static RunFailedException failure(Path file, IOException cause) {
    String reason = reason(cause);
    String lower = reason.toLowerCase(Locale.ROOT);
    String action =
        lower.contains("no space") || lower.contains("quota") || lower.contains("too large")
            ? "; free some space or choose another --out. Nothing half-written was left"
            : lower.contains("permission")
                    || lower.contains("read-only")
                    || lower.contains("denied")
                ? "; choose another --out"
                : "";
    return new RunFailedException("cannot write %s: %s%s".formatted(file, reason, action), cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    String message = cause.getMessage();
    return message == null ? cause.toString() : message;
  }
}
