package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchFiberCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new BenchFiberCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  @Test
  void everyContenderComputesTheSameField() {
    int code =
        run(
            "--engine",
            "reference",
            "--samples",
            "256",
            "--batch",
            "2",
            "--threads",
            "1",
            "--turn",
            "0.01",
            "--turns",
            "2",
            "--format",
            "csv");
    assertThat(code).isZero();
    String[] lines = out.toString().split("\n");
    assertThat(lines).hasSizeGreaterThanOrEqualTo(5);
    for (int i = 1; i < lines.length; i++) {
      String[] cells = lines[i].replaceAll("\"[^\"]*\"", "detail").split(",");
      double u = cells[2].equals("single") ? 0x1p-24 : 0x1p-53;
      double error = Double.parseDouble(cells[9]);
      int steps = Integer.parseInt(cells[10]);
      // Each step: two transforms of 8 levels and a few products, added up linearly; the peak of
      // Gaussian samples turns by several times the mean angle.
      assertThat(error).as(lines[i]).isLessThan(u * 2 * (2 * 9 + 8) * (steps + 1));
      assertThat(Double.parseDouble(cells[6])).isPositive();
    }
  }

  @Test
  void lengthsThatCannotBeTransformedAreRefusedWithTheirNeighbours() {
    assertThat(run("--samples", "4097")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("4096 and 4116");
  }
}
