package org.lightpath.datasets.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** Columns as Arrow fields and back. */
final class ArrowSchemas {
  private static final ArrowType DOUBLE =
      new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
  private static final ArrowType SINGLE =
      new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);

  private ArrowSchemas() {}

  static Schema schema(Table table) {
    return new Schema(table.columns().stream().map(ArrowSchemas::field).toList(), table.facts());
  }

  static Map<String, String> facts(Schema schema) {
    Map<String, String> facts = schema.getCustomMetadata();
    return facts == null ? Map.of() : facts;
  }

  private static Field field(Column column) {
    return switch (column) {
      case Column.Real _ -> plain(column, DOUBLE);
      case Column.Whole _ -> plain(column, new ArrowType.Int(64, true));
      case Column.Text _ -> plain(column, new ArrowType.Utf8());
      case Column.Series series -> list(column, series.width(), DOUBLE);
      case Column.SingleSeries series -> list(column, series.width(), SINGLE);
    };
  }

  private static FieldType type(Column column, ArrowType type) {
    Map<String, String> metadata =
        column instanceof Column.Text ? Map.of() : Map.of(ArrowFile.UNIT, column.unit());
    return new FieldType(false, type, null, metadata);
  }

  private static Field plain(Column column, ArrowType type) {
    return new Field(column.name(), type(column, type), List.of());
  }

  private static Field list(Column column, int width, ArrowType item) {
    Field child = new Field("item", new FieldType(false, item, null), List.of());
    return new Field(
        column.name(), type(column, new ArrowType.FixedSizeList(width)), List.of(child));
  }

  static Column column(FieldVector vector, int rows) {
    String name = vector.getName();
    String unit = Objects.requireNonNullElse(vector.getField().getMetadata().get("unit"), "");
    return switch (vector) {
      case Float8Vector reals -> new Column.Real(name, unit, doubles(reals, rows));
      case BigIntVector wholes -> new Column.Whole(name, unit, longs(wholes, rows));
      case VarCharVector texts -> new Column.Text(name, texts(texts, rows));
      case FixedSizeListVector list -> list(list, name, unit, rows);
      default ->
          throw new IllegalArgumentException(
              "column '%s' has the type %s".formatted(name, vector.getField().getType()));
    };
  }

  private static Column list(FixedSizeListVector list, String name, String unit, int rows) {
    int width = list.getListSize();
    FieldVector data = list.getDataVector();
    if (data instanceof Float4Vector singles) {
      float[] values = new float[rows * width];
      for (int i = 0; i < values.length; i++) {
        values[i] = singles.get(i);
      }
      return new Column.SingleSeries(name, unit, width, values);
    }
    return new Column.Series(name, unit, width, doubles((Float8Vector) data, rows * width));
  }

  private static double[] doubles(Float8Vector vector, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = vector.get(i);
    }
    return values;
  }

  private static long[] longs(BigIntVector vector, int count) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = vector.get(i);
    }
    return values;
  }

  private static List<String> texts(VarCharVector vector, int count) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(new String(vector.get(i), StandardCharsets.UTF_8));
    }
    return values;
  }
}
