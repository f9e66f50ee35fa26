package org.lightpath.cli.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.plan.MeshPlan;

/**
 * Meshes by array libraries, column by column, in a process of their own: {@code mesh_peers.py}. It
 * is given the blocks, the screen and the vectors.
 */
final class ScriptMeshContender extends ScriptContender implements MeshContender {
  /** A contender. */
  ScriptMeshContender(ScriptPeer peer) {
    super(peer);
  }

  @Override
  public boolean supports(MeshPlan.Method method, Precision precision) {
    return method == MeshPlan.Method.COLUMNS;
  }

  @Override
  public Timed prepareTimed(MeshPlan plan, double leastSeconds) {
    ObjectNode c = JsonNodeFactory.instance.objectNode();
    c.put("modes", plan.shape().modes()).put("vectors", plan.shape().samples());
    c.put("precision", Columns.lower(plan.precision()));
    MeshColumns mesh = plan.mesh();
    ScriptField field =
        new ScriptField(
            peer()
                .family()
                .prepare(
                    name(),
                    c,
                    Map.of("first", first(mesh), "blocks", blocks(mesh), "screen", screen(mesh))));
    return new Timed(field, field.prepareSeconds());
  }

  private static MemorySegment first(MeshColumns mesh) {
    int[] first = new int[mesh.columns()];
    for (int column = 0; column < first.length; column++) {
      first[column] = mesh.first(column);
    }
    return MemorySegment.ofArray(first);
  }

  private static MemorySegment blocks(MeshColumns mesh) {
    double[] blocks = new double[mesh.columns() * mesh.pairs() * MeshColumns.BLOCK];
    for (int at = 0; at < blocks.length; at++) {
      int place = at / MeshColumns.BLOCK;
      blocks[at] =
          mesh.block(0, place / mesh.pairs(), place % mesh.pairs(), at % MeshColumns.BLOCK);
    }
    return MemorySegment.ofArray(blocks);
  }

  private static MemorySegment screen(MeshColumns mesh) {
    double[] screen = new double[2 * mesh.modes()];
    for (int mode = 0; mode < mesh.modes(); mode++) {
      screen[2 * mode] = mesh.screenRe(0, mode);
      screen[2 * mode + 1] = mesh.screenIm(0, mode);
    }
    return MemorySegment.ofArray(screen);
  }
}
