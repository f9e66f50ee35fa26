package org.lightpath.cli.bench.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A measured row of any benchmark, by the names of its columns. Rows of older records have fewer
 * columns: what is missing is empty.
 *
 * @param values columns and their values
 */
public record RecordedRow(JsonNode values) {
  private static final String OURS = "lightpath ";
  private static final String SCRIPTED = "peer ";

  /** Columns that say what was computed; the contender, its threads and its device are not. */
  private static final List<String> CASE_COLUMNS =
      List.of(
          "case",
          "model",
          "level",
          "unit",
          "effect",
          "method",
          "precision",
          "rows",
          "columns",
          "inner",
          "samples",
          "modes",
          "vectors",
          "batch");

  /** What columns that older records lack would have held. */
  private static final Map<String, String> FORMER =
      Map.of("fiber/case", "step", "fiber/model", "scalar", "fiber/modes", "1", "any/batch", "1");

  /** Which benchmark it is of: {@code fiber}, {@code matmul}, {@code mesh} or {@code model}. */
  public String bench() {
    if (values.has("step_s")) {
      return "fiber";
    }
    if (values.has("unit_s")) {
      return "model";
    }
    return values.has("method") ? "mesh" : "matmul";
  }

  /** Text of a column; empty if it is missing or not known. */
  public String text(String column) {
    JsonNode value = values.get(column);
    if (value != null && !value.isNull()) {
      return value.asText();
    }
    return FORMER.getOrDefault(bench() + "/" + column, FORMER.getOrDefault("any/" + column, ""));
  }

  /** Number of a column; nothing if it is missing or not known. */
  public OptionalDouble number(String column) {
    JsonNode value = values.get(column);
    return value == null || !value.isNumber()
        ? OptionalDouble.empty()
        : OptionalDouble.of(value.asDouble());
  }

  /** Who ran, without the word that marks engines of ours and scripts. */
  public String engine() {
    String contender = text("contender");
    for (String mark : List.of(OURS, SCRIPTED)) {
      if (contender.startsWith(mark)) {
        return contender.substring(mark.length());
      }
    }
    return contender;
  }

  /** Whether one of Lightpath's engines ran, not a peer. */
  public boolean ours() {
    return text("contender").startsWith(OURS);
  }

  /** What it ran on and how. */
  public String device() {
    return text("detail");
  }

  /** What was computed, column by column, without who computed it. */
  public Map<String, String> what() {
    Map<String, String> what = new LinkedHashMap<>();
    what.put("bench", bench());
    for (String column : CASE_COLUMNS) {
      String value = text(column);
      if (!value.isEmpty()) {
        what.put(column, value);
      }
    }
    return what;
  }

  /** What was computed, by whom and with how many threads: what rows of two runs are matched by. */
  public Map<String, String> key() {
    Map<String, String> key = new LinkedHashMap<>(what());
    key.put("contender", text("contender"));
    key.put("threads", text("threads"));
    return key;
  }

  /** The case in words: a named system, an effect, a method, a model with its level. */
  public String caseName() {
    return switch (bench()) {
      case "fiber" -> text("case") + " " + text("model");
      case "model" -> text("model") + " " + text("level");
      case "mesh" -> text("method");
      default -> text("effect");
    };
  }

  /** Extents of one member of the batch. */
  public String size() {
    return switch (bench()) {
      case "fiber" ->
          text("modes").equals("1")
              ? text("samples")
              : "%s x %s".formatted(text("samples"), text("modes"));
      case "model" -> text("unit");
      case "mesh" -> "%s, %s vectors".formatted(text("modes"), text("vectors"));
      default -> "%s x %s x %s".formatted(text("rows"), text("columns"), text("inner"));
    };
  }

  /** Time of a step, a product, a pass of a mesh, or a unit of a model. */
  public Timing timing() {
    String unit =
        switch (bench()) {
          case "fiber" -> "step";
          case "model" -> "unit";
          default -> "run";
        };
    return new Timing(
        number(unit + "_s").orElse(Double.NaN),
        number(unit + "Deviation_s").orElse(0),
        number(unit + "Mean_s"));
  }

  /** Work over time in the unit of {@link #rateUnit}. */
  public OptionalDouble rate() {
    return switch (bench()) {
      case "fiber" -> number("samplesPerSecond");
      case "model" -> number("mac_per_s");
      case "mesh" -> meshRate();
      default -> halved(number("flop_per_s"));
    };
  }

  /** Unit of {@link #rate}. */
  public String rateUnit() {
    return switch (bench()) {
      case "fiber" -> "samples/s";
      case "mesh" -> "vectors/s";
      default -> "MAC/s";
    };
  }

  private OptionalDouble meshRate() {
    OptionalDouble vectors = number("vectors");
    return vectors.isEmpty()
        ? vectors
        : OptionalDouble.of(vectors.getAsDouble() / timing().seconds());
  }

  /** Two flops are one multiply-accumulate. */
  private static OptionalDouble halved(OptionalDouble flops) {
    return flops.isEmpty() ? flops : OptionalDouble.of(flops.getAsDouble() / 2);
  }

  /**
   * The fastest peer of the same case, of those with as many threads as this row where there is
   * one. Noise drawn for each multiplication has the distribution of {@code receiver}, and is its
   * peer.
   *
   * @param rows among which peers are looked for
   */
  public Optional<RecordedRow> fastestPeer(List<RecordedRow> rows) {
    List<RecordedRow> peers =
        rows.stream().filter(row -> !row.ours() && row.sameWork(this)).toList();
    List<RecordedRow> alike =
        peers.stream().filter(row -> row.text("threads").equals(text("threads"))).toList();
    return (alike.isEmpty() ? peers : alike)
        .stream()
            .filter(row -> row.timing().seconds() > 0)
            .min((one, other) -> Double.compare(one.timing().seconds(), other.timing().seconds()));
  }

  private boolean sameWork(RecordedRow other) {
    Map<String, String> own = what();
    if (bench().equals("matmul") && text("effect").equals("per multiply")) {
      own.put("effect", "receiver");
    }
    Map<String, String> wanted = other.what();
    if (bench().equals("mesh")) {
      // Peers have one way through a mesh: both of ours are held against it.
      own.remove("method");
      wanted.remove("method");
    }
    return own.equals(wanted);
  }

  /** For messages: bench, case, size, batch, precision, contender and threads. */
  public String label() {
    String threads = text("threads");
    return String.format(
            Locale.ROOT,
            "%s %s, %s, batch %s, %s, %s",
            bench(),
            caseName(),
            size(),
            text("batch"),
            text("precision"),
            text("contender"))
        + (threads.isEmpty() ? "" : ", threads " + threads);
  }
}
