package org.lightpath.opencl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lightpath.core.conformance.TestFields;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.opencl.OpenClPresence;

/** Regimes of a mesh: which one is taken, and that those by columns give the same bytes. */
class MeshProgramTest {
  private static final int UNITS = 132;
  private static final FieldShape SHAPE = new FieldShape(2, 37, 11);

  @Test
  void stripsKeepToTheLimits() {
    for (int real : new int[] {Float.BYTES, Double.BYTES}) {
      for (int group : new int[] {8, 256, 1024}) {
        Limits limits = new Limits(group, 48 * 1024, real);
        for (int modes : new int[] {2, 3, 33, 64, 256, 1000}) {
          for (int vectors : new int[] {1, 5, 4096}) {
            MeshStrips.of(limits, modes, vectors, 1, UNITS)
                .ifPresent(
                    s -> {
                      assertThat(s.group()).isLessThanOrEqualTo(group);
                      assertThat(s.strips() * s.strip()).isGreaterThanOrEqualTo(modes);
                      assertThat(2 * s.slots()).isGreaterThan(s.strips() * s.strip());
                    });
          }
        }
      }
    }
  }

  @Test
  void aThousandModesAreResidentInSinglePrecision() {
    Limits limits = new Limits(1024, 48 * 1024, Float.BYTES);
    assertThat(MeshStrips.of(limits, 256, 16_384, 1, UNITS)).contains(new MeshStrips(16, 16, 16));
    assertThat(MeshStrips.of(limits, 1024, 4096, 1, UNITS)).contains(new MeshStrips(16, 64, 8));
    assertThat(MeshStrips.of(limits, 8192, 4096, 1, UNITS)).isEmpty();
  }

  @Test
  void blockTilesKeepToTheLimits() {
    Limits limits = new Limits(1024, 48 * 1024, Float.BYTES);
    assertThat(MeshBlockTile.of(limits, 1024, 1024)).isEqualTo(new MeshBlockTile(32, 64, 4, 4));
    assertThat(MeshBlockTile.of(new Limits(1024, 48 * 1024, Double.BYTES), 1024, 1024))
        .isEqualTo(new MeshBlockTile(16, 64, 2, 4));
    for (int group : new int[] {1, 8, 64, 256}) {
      assertThat(MeshBlockTile.of(new Limits(group, 8 * 1024, 4), 200, 200).group())
          .isLessThanOrEqualTo(group);
    }
  }

  @Test
  void residentAndStreamedColumnsGiveTheSameBytes() {
    OpenClPresence.require();
    MeshPlan plan = plan();
    byte[] resident = run(bench -> new ResidentMesh(plan, new MeshStrips(16, 3, 8), bench));
    assertThat(run(bench -> new ResidentMesh(plan, new MeshStrips(32, 2, 4), bench)))
        .isEqualTo(resident);
    assertThat(run(bench -> new StreamedMesh(plan, bench))).isEqualTo(resident);
  }

  /**
   * Chips of eleven columns, of which two of one parity follow each other, begin with an odd one.
   */
  private static MeshPlan plan() {
    int columns = 11;
    int[] first = new int[columns];
    double[] blocks = new double[2 * columns * (SHAPE.modes() / 2) * MeshColumns.BLOCK];
    double[] screen = new double[4 * SHAPE.modes()];
    for (int c = 0; c < columns; c++) {
      first[c] = c < 5 ? 1 - c % 2 : c % 2;
    }
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = Math.sin(i);
    }
    for (int i = 0; i < screen.length; i++) {
      screen[i] = Math.cos(i);
    }
    MeshColumns mesh = MeshColumns.of(SHAPE.modes(), first, blocks, screen);
    return new MeshPlan(SHAPE, Precision.SINGLE, mesh, MeshPlan.Method.COLUMNS);
  }

  private static byte[] run(Function<Workbench, DeviceProgram> maker) {
    Ledger ledger = new Ledger();
    DeviceQueue queue =
        new DeviceQueue(Discovery.get().devices().getFirst(), ledger, Long.MAX_VALUE);
    DeviceProgram program = maker.apply(new Workbench(queue));
    try (ComplexField host = TestFields.noise(SHAPE, Precision.SINGLE, 5);
        OpenClField field = new OpenClField(List.of(queue), ledger, SHAPE, Precision.SINGLE)) {
      field.upload(host);
      program.enqueue(field.parts().getFirst().buffer(), 0, SHAPE.batch());
      field.download(host);
      return host.segment().toArray(ValueLayout.JAVA_BYTE);
    } finally {
      program.close();
      queue.close();
    }
  }
}
