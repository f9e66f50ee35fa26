package org.lightpath.cli.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.engine.ProgramCost;

/**
 * Columns of a table of measured rows, and the table as CSV or JSON: SI units in the names, what is
 * not known is empty or null.
 *
 * @param <R> a row
 */
final class Columns<R> {
  private final Map<String, Function<R, Optional<?>>> columns = new LinkedHashMap<>();

  /** A column that every row has. */
  Columns<R> add(String name, Function<R, Object> value) {
    return addOptional(name, row -> Optional.of(value.apply(row)));
  }

  /** A column that some rows have. */
  Columns<R> addOptional(String name, Function<R, Optional<?>> value) {
    columns.put(name, value);
    return this;
  }

  /**
   * The columns of cost, ceilings and floor.
   *
   * @param unit what the costs are given for: {@code Step}, {@code Run}
   * @param roofline of a run
   * @param units of a run
   * @param seconds time of a unit [s]
   */
  Columns<R> addRoofline(
      String unit,
      Function<R, Roofline> roofline,
      ToDoubleFunction<R> units,
      ToDoubleFunction<R> seconds) {
    Map<String, Function<ProgramCost, ? extends Number>> costs = new LinkedHashMap<>();
    costs.put("launchesPer", ProgramCost::launches);
    costs.put("bytesPer", ProgramCost::deviceBytes);
    costs.put("localBytesPer", ProgramCost::localBytes);
    costs.put("flopsPer", ProgramCost::flops);
    costs.forEach(
        (name, cost) ->
            addOptional(
                name + unit,
                row ->
                    roofline
                        .apply(row)
                        .cost()
                        .map(run -> cost.apply(run).doubleValue() / units.applyAsDouble(row))));
    addCeiling("peak_flop_per_s", roofline, DeviceCeilings::flopsPerSecond);
    addCeiling("memory_B_per_s", roofline, DeviceCeilings::memoryBytesPerSecond);
    addCeiling("localMemory_B_per_s", roofline, DeviceCeilings::localBytesPerSecond);
    addOptional(
        "floor_s",
        row -> roofline.apply(row).floorSeconds().map(floor -> floor / units.applyAsDouble(row)));
    addOptional("boundBy", row -> roofline.apply(row).boundBy().map(Columns::lower));
    return addOptional(
        "rooflineShare",
        row -> roofline.apply(row).share(seconds.applyAsDouble(row) * units.applyAsDouble(row)));
  }

  private void addCeiling(
      String name, Function<R, Roofline> roofline, Function<DeviceCeilings, Double> value) {
    addOptional(name, row -> roofline.apply(row).ceilings().map(value));
  }

  /** Name of a constant as it is written in tables. */
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A share of the roofline for people. */
  static String share(Roofline roofline, double secondsOfRun) {
    return roofline
        .share(secondsOfRun)
        .map(
            share ->
                String.format(Locale.ROOT, "%.0f %%", 100 * share)
                    + roofline.boundBy().map(bound -> " of " + lower(bound)).orElse(""))
        .orElse("not measured");
  }

  /** Keys of the JSON rows and header of the CSV, in their order. */
  List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** One line a row, names in the header. */
  String csv(List<R> rows) {
    return rows.stream()
        .map(
            row ->
                columns.values().stream()
                    .map(column -> column.apply(row).map(Columns::csvCell).orElse(""))
                    .collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", String.join(",", names()) + "\n", "\n"));
  }

  private static String csvCell(Object value) {
    String text = value.toString();
    return text.contains(",") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  /** An array of objects, one on a line. */
  static String jsonArray(Stream<String> objects) {
    return objects.map(object -> "  " + object).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  /** One row on one line. */
  String jsonObject(R row) {
    return columns.entrySet().stream()
        .map(
            column ->
                "\"%s\": %s"
                    .formatted(
                        column.getKey(),
                        column.getValue().apply(row).map(Columns::jsonValue).orElse("null")))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String jsonValue(Object value) {
    if (value instanceof Double number && !Double.isFinite(number)) {
      return "null";
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
