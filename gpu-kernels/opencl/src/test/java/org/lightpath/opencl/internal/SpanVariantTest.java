package org.lightpath.opencl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lightpath.core.conformance.TestFields;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.opencl.OpenClPresence;
import org.lightpath.opencl.Runs;

/** Every launch that may be chosen by measuring gives the bytes of the planner's. */
class SpanVariantTest {
  private static final int STEPS = 3;
  private static final int TABLE_BYTES = 1 << 24;

  @BeforeAll
  static void present() {
    OpenClPresence.require();
  }

  @Test
  void residentLaunchesGiveTheSameBytes() {
    // Seven fields: the last group is not full, whatever its lines.
    checkResident(Runs.manakov(new FieldShape(7, 2, 20), Precision.SINGLE, STEPS), true);
    // Every mode has its own H, which changes with every step.
    checkResident(Runs.unequal(new FieldShape(5, 2, 20), Precision.SINGLE, STEPS), false);
  }

  private static void checkResident(PropagationPlan plan, boolean allLines) {
    SpanPlan span = SpanPlan.of(plan, TABLE_BYTES);
    Limits limits = Limits.of(device(), plan.precision()).unregistered();
    int units = span.units(plan.shape().batch());
    LinePlan line =
        LinePlanner.rows(limits, plan.shape().samples(), span.together(), units).orElseThrow();
    List<ResidentLaunch> launches =
        SpanTuning.residents(limits, line.withLines(2), units, 1).stream()
            .filter(launch -> allLines || launch.line().equals(line.withLines(2)))
            .toList();
    assertThat(launches.stream().map(ResidentLaunch::label)).doesNotHaveDuplicates();
    assertThat(launches).anyMatch(launch -> launch.waves() > 0);
    check(plan, span, launches, (launch, bench) -> new ResidentSpan(span, launch, bench));
  }

  @Test
  void streamedLaunchesGiveTheSameBytes() {
    PropagationPlan plan = Runs.manakov(new FieldShape(2, 2, 240), Precision.SINGLE, STEPS);
    SpanPlan span = SpanPlan.of(plan, TABLE_BYTES);
    Limits limits = Limits.of(device(), plan.precision());
    LinePlan columns = LinePlanner.columns(limits, 10, 2, 4).orElseThrow().plan();
    long rows = 4L * columns.length();
    FourStep split =
        new FourStep(columns, LinePlanner.rows(limits, 24, 1, rows).orElseThrow(), columns.lines());
    List<FourStep> splits = SpanTuning.splits(limits, split, rows);
    assertThat(splits.stream().map(FourStep::label)).doesNotHaveDuplicates();
    // Stretches longer and shorter than those that the factors are made for.
    assertThat(splits).anyMatch(each -> each.columns().lines() > each.factors());
    assertThat(splits).anyMatch(each -> each.columns().lines() < each.factors());
    check(plan, span, splits, (launch, bench) -> new StreamedSpan(span, launch, bench));
  }

  private static DeviceInfo device() {
    return Discovery.get().devices().getFirst();
  }

  private static <V> void check(
      PropagationPlan plan,
      SpanPlan span,
      List<V> launches,
      BiFunction<V, Workbench, DeviceProgram> maker) {
    DeviceQueue queue = new DeviceQueue(device(), new Ledger(), Long.MAX_VALUE);
    try (ComplexField input = TestFields.noise(plan.shape(), plan.precision(), 5);
        ComplexField expected = run(queue, span, maker, launches.getFirst(), input)) {
      assertThat(expected.segment().mismatch(input.segment())).isNotEqualTo(-1);
      for (V launch : launches.subList(1, launches.size())) {
        try (ComplexField observed = run(queue, span, maker, launch, input)) {
          assertThat(observed.segment().mismatch(expected.segment()))
              .as("%s", launch)
              .isEqualTo(-1);
        }
      }
    } finally {
      queue.close();
    }
  }

  private static <V> ComplexField run(
      DeviceQueue queue,
      SpanPlan span,
      BiFunction<V, Workbench, DeviceProgram> maker,
      V launch,
      ComplexField input) {
    Workbench bench = new Workbench(queue);
    DeviceProgram program = maker.apply(launch, bench);
    ComplexField output = ComplexField.allocate(span.shape(), span.precision());
    DeviceBuffer field = bench.allocate(input.byteSize());
    queue.upload(input.segment(), field);
    program.enqueue(field, 0, span.shape().batch());
    queue.download(field, output.segment());
    program.close();
    return output;
  }
}
