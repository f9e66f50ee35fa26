package org.lightpath.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.core.conformance.RoundingBound;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.reference.ReferenceEngine;

/** Without the module jdk.incubator.vector the engine works, slower, and says so. */
class CpuWithoutVectorsTest {
  private static final FieldShape SHAPE = new FieldShape(1, 2, 480);

  /** What the child process does: one propagation in each precision, judged by power and digits. */
  static final class Child {
    private Child() {}

    /** Prints the description and the first sample of each precision. */
    public static void main(String[] arguments) {
      try (CpuEngine engine = new CpuEngine(new EngineOptions(0, 2))) {
        System.out.println(engine.device().notes());
      }
      for (Precision precision : Precision.values()) {
        try (ComplexField output = CpuPlans.run(CpuPlans.manakov(SHAPE, precision, 3), 2)) {
          System.out.println(precision + " " + output.re(0, 1, 7) + " " + output.im(0, 1, 7));
        }
        for (MeshPlan.Method method : MeshPlan.Method.values()) {
          MeshPlan plan = mesh(precision, method);
          try (ComplexField output = CpuPlans.run(plan, 2);
              ComplexField expected = CpuPlans.run(new ReferenceEngine(), plan)) {
            System.out.println(
                "mesh " + plan.precision() + method + " " + output.relativeError(expected));
          }
        }
      }
    }
  }

  @Test
  void theVectorEngineNamesItsLanes() {
    try (CpuEngine engine = new CpuEngine(new EngineOptions(0, 1))) {
      assertThat(engine.device().notes().getFirst()).contains("lanes in single");
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aJvmWithoutTheModuleGivesTheSameField(Precision precision) throws Exception {
    List<String> lines = child();
    assertThat(lines.getFirst())
        .contains("jdk.incubator.vector is missing")
        .contains("--add-modules");
    String[] line =
        lines.stream()
            .filter(l -> l.startsWith(precision + " "))
            .findFirst()
            .orElseThrow()
            .split(" ", -1);
    PropagationPlan plan = CpuPlans.manakov(SHAPE, precision, 3);
    try (ComplexField here = CpuPlans.run(plan, 2)) {
      double distance =
          Math.hypot(
              here.re(0, 1, 7) - Double.parseDouble(line[1]),
              here.im(0, 1, 7) - Double.parseDouble(line[2]));
      // One sample may carry more than its share of the L2 error: at most all of it.
      double norm = Math.sqrt(here.meanPower(0) * SHAPE.samples());
      double bound = 2 * RoundingBound.relative(plan, here.peakPower(0)) * norm;
      assertThat(distance).isLessThanOrEqualTo(bound);
    }
  }

  @ParameterizedTest
  @EnumSource(MeshPlan.Method.class)
  void meshesWorkWithoutTheModule(MeshPlan.Method method) throws Exception {
    List<String> lines = child();
    for (Precision precision : Precision.values()) {
      String start = "mesh " + precision + method + " ";
      double error =
          lines.stream()
              .filter(line -> line.startsWith(start))
              .mapToDouble(line -> Double.parseDouble(line.substring(start.length())))
              .findFirst()
              .orElseThrow();
      // Column by column in double precision it does what the reference does: no error at all.
      assertThat(error).isBetween(0.0, RoundingBound.relative(mesh(precision, method), 1));
    }
  }

  private static MeshPlan mesh(Precision precision, MeshPlan.Method method) {
    FieldShape shape = new FieldShape(1, 71, 19);
    return new MeshPlan(shape, precision, CpuMeshes.rectangular(71, 70), method);
  }

  private static List<String> child() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName())
            .redirectErrorStream(true)
            .start();
    try (InputStream output = process.getInputStream()) {
      List<String> lines =
          new String(output.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(process.waitFor()).as("%s", lines).isZero();
      return lines;
    }
  }
}
