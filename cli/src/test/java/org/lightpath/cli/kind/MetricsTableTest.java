package org.lightpath.cli.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table that a run prints stays as wide as a terminal. */
class MetricsTableTest {
  private static final int METRICS = 9;

  private static List<String> lines(int cases, boolean named) {
    ObjectNode summary = JsonNodeFactory.instance.objectNode();
    ObjectNode batch = summary.putObject("batch").put("parameter", "phase noise").put("unit", "rad");
    ArrayNode values = batch.putArray("values");
    ArrayNode all = summary.putArray("cases");
    for (int i = 0; i < cases; i++) {
      if (named) {
        values.add("case of number " + i);
      } else {
        values.add(0.5 * i);
      }
      ObjectNode one = all.addObject();
      for (int metric = 0; metric < METRICS; metric++) {
        one.put("measureNumber" + metric + "_rel", 100 * i + metric);
      }
      one.put("constant_J", 7);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new MetricsTable(new PrintStream(bytes, true, StandardCharsets.UTF_8)).print(summary);
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void fewCasesStandBesideOneAnother() {
    List<String> lines = lines(8, false);
    assertThat(lines.get(0)).startsWith("  phase noise [rad]").contains("3.50000");
    assertThat(lines.get(1)).startsWith("  measureNumber0_rel").contains("700.000");
    assertThat(lines).hasSize(1 + METRICS + 1 + 1);
  }

  @Test
  void manyCasesAreRowsInBlocks() {
    List<String> lines = lines(20, false);
    assertThat(lines).allMatch(line -> line.length() <= 102);
    assertThat(lines.get(0)).startsWith("  phase noise [rad]").contains("measureNumber0_rel");
    assertThat(lines.get(20)).startsWith("  9.50000").contains("1900.00");
    for (int metric = 0; metric < METRICS; metric++) {
      String name = "measureNumber" + metric + "_rel";
      assertThat(lines.stream().filter(line -> line.contains(name))).as(name).hasSize(1);
    }
    assertThat(lines).anyMatch(line -> line.matches("  constant_J +7\\.00000 in all cases"));
  }

  @Test
  void namesAreRowsEvenIfTheyAreFew() {
    assertThat(lines(3, true).get(1)).startsWith("  case of number 0 ").contains("0.00000");
  }

  @Test
  void aLongBatchIsCutAndSaysSo() {
    List<String> lines = lines(1000, false);
    assertThat(lines).hasSizeLessThan(200);
    assertThat(lines).anyMatch(line -> line.contains("first 40 of 1000 cases; summary.json"));
  }
}
