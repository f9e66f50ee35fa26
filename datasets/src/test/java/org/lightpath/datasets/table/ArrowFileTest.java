package org.lightpath.datasets.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written reads back, bit for bit. */
class ArrowFileTest {
  @TempDir Path folder;

  private static Table table() {
    return new Table(
        List.of(
            new Column.Real("power_W", "W", new double[] {1, Double.NaN, -0.0}),
            new Column.Whole("case", "", new long[] {0, 1, Long.MIN_VALUE}),
            new Column.Text("name", List.of("", "µm", "x")),
            new Column.Series("re", "√W", 2, new double[] {1, 2, 3, 4, 5, Double.MIN_VALUE}),
            new Column.SingleSeries("im", "√W", 1, new float[] {1, 2, Float.MAX_VALUE})),
        Map.of("carrierFrequency_Hz", "1.934e14"));
  }

  private static byte[] bytes(Table table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArrowFile.write(table, out);
    return out.toByteArray();
  }

  @Test
  void everyTypeReadsBack() throws IOException {
    Path file = folder.resolve("table.arrow");
    Files.write(file, bytes(table()));
    Table read = ArrowFile.read(file);
    assertThat(read.reals("power_W")).containsExactly(1, Double.NaN, -0.0);
    assertThat(read.wholes("case")).containsExactly(0, 1, Long.MIN_VALUE);
    assertThat(read.texts("name")).containsExactly("", "µm", "x");
    assertThat(read.series("re").values()).containsExactly(1, 2, 3, 4, 5, Double.MIN_VALUE);
    assertThat(read.singleSeries("im").values()).containsExactly(1, 2, Float.MAX_VALUE);
    assertThat(read.facts()).containsEntry("carrierFrequency_Hz", "1.934e14");
    assertThat(read.columns().getFirst().unit()).isEqualTo("W");
    assertThat(read.columns().get(3).unit()).isEqualTo("√W");
  }

  @Test
  void equalTablesGiveEqualBytes() throws IOException {
    assertThat(bytes(table())).isEqualTo(bytes(table()));
  }

  @Test
  void anEmptyTableReadsBack() throws IOException {
    Path file = folder.resolve("empty.arrow");
    Files.write(file, bytes(Table.of(new Column.Real("x", "", new double[0]))));
    assertThat(ArrowFile.read(file).rows()).isZero();
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path file = folder.resolve("no.arrow");
    Files.writeString(file, "something else entirely, long enough to look like a file");
    assertThatThrownBy(() -> ArrowFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no.arrow");
  }

  @Test
  void unequalColumnsAreRefused() {
    assertThatThrownBy(
            () ->
                Table.of(
                    new Column.Real("a", "", new double[1]),
                    new Column.Real("b", "", new double[2])))
        .hasMessageContaining("column 'b' has 2 rows, column 'a' has 1");
    assertThatThrownBy(() -> table().reals("x")).hasMessageContaining("power_W:Real");
  }
}
