package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command compiles what it is asked for, and leaves the process as it was. */
class TuneCommandTest {
  private final BenchRun run = new BenchRun();

  @Test
  void engineWithoutChoicesSaysSo() {
    String before = System.getProperty("lightpath.tuning");
    String[] arguments = {
      "--engine=reference", "--size=8", "--effect=noiseless,receiver", "--samples=16", "--batch=2"
    };
    assertThat(run.run(new TuneCommand(), arguments)).as(run.err()).isZero();
    assertThat(run.out()).contains("'reference': nothing was measured");
    assertThat(run.err().lines().filter(line -> line.startsWith("tuning "))).hasSize(2 + 2);
    assertThat(System.getProperty("lightpath.tuning")).isEqualTo(before);
    assertThat(System.getProperty("lightpath.tuning.seconds")).isNull();
  }

  @Test
  void timesAndSizesMustMakeSense() {
    for (String wrong : new String[] {"--seconds=0", "--size=-1", "--batch=0", "--device=-1"}) {
      assertThat(run.run(new TuneCommand(), "--engine=reference", wrong))
          .isEqualTo(CommandLine.ExitCode.USAGE);
      assertThat(run.err()).contains("--seconds");
    }
  }
}
