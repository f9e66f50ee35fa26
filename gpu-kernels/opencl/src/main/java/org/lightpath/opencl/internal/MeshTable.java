package org.lightpath.opencl.internal;

import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshColumns;

/** Blocks of a mesh on the device: (chip, column, slot), four complex numbers each. */
final class MeshTable {
  private final DeviceBuffer buffer;

  MeshTable(Workbench bench, AlternatingMesh mesh, Precision precision, int slots) {
    int chips = mesh.mesh().chips();
    long bytes = 4L * mesh.columns() * slots * precision.complexBytes();
    this.buffer = bench.allocate(chips * bytes);
    HostTable column = new HostTable(precision, 4 * slots);
    for (int chip = 0; chip < chips; chip++) {
      for (int c = 0; c < mesh.columns(); c++) {
        fill(column, mesh, chip, c);
        long at = ((long) chip * mesh.columns() + c) * column.bytes();
        bench.queue().write(buffer, at, column.pointer(), column.bytes());
      }
    }
  }

  private static void fill(HostTable table, AlternatingMesh mesh, int chip, int column) {
    double[] t = new double[MeshColumns.BLOCK];
    for (int slot = 0; slot < table.count() / 4; slot++) {
      mesh.block(chip, column, 2 * slot - column % 2, t);
      for (int i = 0; i < 4; i++) {
        table.put(4 * slot + i, t[2 * i], t[2 * i + 1]);
      }
    }
  }

  DeviceBuffer buffer() {
    return buffer;
  }
}
