package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.kind.ExperimentFile;
import org.lightpath.cli.kind.RunSession;
import org.lightpath.cli.run.RunFailedException;
import org.lightpath.core.cpu.CpuEngine;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineCounters;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.MatmulPlan;

/** A device that is lost in the middle of a link loses nothing that was on disk. */
class DeviceFailureTest {
  /** Runs before the device is lost: past the estimate of the step error and the first spans. */
  private static final int RUNS = 25;

  private static final String LINK =
      SmallExperiments.LINK.replace("count: 3", "count: 30") + "checkpointInterval: 0 s\n";

  @TempDir Path folder;

  private int run(Engine engine, Path out, boolean resume) throws IOException {
    ExperimentFile file = ExperimentFile.load(SmallExperiments.write(folder, LINK), List.of());
    RunSession.Options options =
        new RunSession.Options(Optional.of(out), resume, "lightpath run link.yaml --out " + out);
    PrintStream quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new RunSession(file, options, quiet, Clock.systemUTC()).run(engine);
  }

  @Test
  void aLostDeviceLeavesACheckpointThatGoesOnToTheSameBytes() throws IOException {
    Path lost = folder.resolve("lost");
    Path whole = folder.resolve("whole");
    try (Engine engine = new Losing(new CpuEngine(EngineOptions.DEFAULT), RUNS)) {
      assertThatThrownBy(() -> run(engine, lost, false))
          .isInstanceOf(RunFailedException.class)
          .hasMessageContaining("the card fell off the bus")
          .hasMessageContaining("continue from the checkpoint with")
          .hasMessageContaining("--resume");
    }
    assertThat(lost.resolve("summary.json")).content().contains("\"failed\"");
    assertThat(lost.resolve("results.arrow")).doesNotExist();
    try (Engine engine = new CpuEngine(EngineOptions.DEFAULT)) {
      assertThat(run(engine, lost, true)).isEqualTo(ExitCode.DONE);
      assertThat(run(engine, whole, false)).isEqualTo(ExitCode.DONE);
    }
    assertThat(Files.mismatch(lost.resolve("results.arrow"), whole.resolve("results.arrow")))
        .isEqualTo(-1);
  }

  /** An engine whose device is lost after some runs. */
  private static final class Losing implements Engine {
    private final Engine engine;
    private int left;

    Losing(Engine engine, int runs) {
      this.engine = engine;
      this.left = runs;
    }

    @Override
    public DeviceDescription device() {
      return engine.device();
    }

    @Override
    public DeviceField allocate(FieldShape shape, Precision precision) {
      return engine.allocate(shape, precision);
    }

    @Override
    public FieldProgram compile(FieldPlan plan) {
      FieldProgram program = engine.compile(plan);
      return new FieldProgram() {
        @Override
        public FieldPlan plan() {
          return plan;
        }

        @Override
        public void run(DeviceField field) {
          if (left-- == 0) {
            throw new DeviceFailedException(
                "GPU 0 failed: the card fell off the bus", new IllegalStateException());
          }
          program.run(field);
        }

        @Override
        public void close() {
          program.close();
        }
      };
    }

    @Override
    public DeviceMatrix allocate(MatrixShape shape, Precision precision) {
      return engine.allocate(shape, precision);
    }

    @Override
    public MatmulProgram compile(MatmulPlan plan) {
      return engine.compile(plan);
    }

    @Override
    public EngineCounters counters() {
      return engine.counters();
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
