package org.lightpath.cli.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.report.DataTable;
import org.lightpath.cli.report.ReportWriter;
import org.lightpath.cli.report.RunData;
import org.lightpath.cli.run.Json;
import org.lightpath.cli.run.RunFailedException;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.cli.run.UsageException;
import org.lightpath.datasets.table.ArrowFile;
import org.lightpath.datasets.table.Column;
import org.lightpath.datasets.table.Table;

/** Renders the report of a run folder from the files in it alone. */
public final class FolderReport {
  private static final String REPORT = "report.html";

  private final RunFolder folder;

  /** The report of a folder. */
  public FolderReport(RunFolder folder) {
    this.folder = folder;
  }

  /**
   * Writes {@code report.html} and the figures.
   *
   * @param log takes lines for the log
   * @return the report
   */
  public Path write(Consumer<String> log) {
    Path summary = folder.file(RunFolder.SUMMARY);
    if (!Files.exists(summary)) {
      throw new UsageException(
          "%s has no summary.json, so it is not a finished run folder".formatted(folder.path()));
    }
    try {
      return new ReportWriter().write(folder.path(), data(Json.read(summary)), log);
    } catch (IOException e) {
      throw RunFolder.failure(folder.file(REPORT), e);
    }
  }

  private RunData data(JsonNode summary) throws IOException {
    Path resolved = folder.file(RunFolder.RESOLVED);
    String text = Files.exists(resolved) ? Files.readString(resolved) : "";
    return new RunData(map(summary), text, this::table, files());
  }

  private static Map<String, Object> map(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> {
              Object value = value(entry.getValue());
              if (value != null) {
                map.put(entry.getKey(), value);
              }
            });
    return map;
  }

  private static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> map(node);
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        for (JsonNode item : node) {
          Object value = value(item);
          if (value != null) {
            list.add(value);
          }
        }
        yield list;
      }
      case NUMBER -> node.isIntegralNumber() ? (Object) node.longValue() : node.doubleValue();
      case BOOLEAN -> node.booleanValue();
      case STRING -> node.textValue();
      default -> null;
    };
  }

  private Optional<DataTable> table(String name) {
    Path file =
        name.equals("results")
            ? folder.file(RunFolder.RESULTS)
            : folder.file(RunFolder.PLOT_DATA + "/" + name + ".arrow");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(dataTable(ArrowFile.read(file)));
    } catch (IOException e) {
      throw new RunFailedException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static DataTable dataTable(Table table) {
    DataTable.Builder builder = DataTable.builder();
    for (Column column : table.columns()) {
      switch (column) {
        case Column.Real real -> builder.numbers(real.name(), real.values());
        case Column.Whole whole -> builder.numbers(whole.name(), toReal(whole.values()));
        case Column.Text text -> builder.texts(text.name(), text.values());
        case Column.Series _, Column.SingleSeries _ -> {
          continue; // fields: not part of a report
        }
      }
    }
    return builder.build();
  }

  private static double[] toReal(long[] values) {
    double[] reals = new double[values.length];
    for (int i = 0; i < reals.length; i++) {
      reals[i] = values[i];
    }
    return reals;
  }

  private List<RunData.FileEntry> files() throws IOException {
    List<RunData.FileEntry> entries = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder.path())) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String path = folder.path().relativize(file).toString().replace('\\', '/');
        // Figures are in the report itself, and not yet there when it is first rendered.
        boolean figure = path.endsWith(".svg") || path.endsWith(".png");
        if (!figure && !path.equals(REPORT)) {
          entries.add(new RunData.FileEntry(path, Files.size(file)));
        }
      }
    }
    return entries;
  }
}
