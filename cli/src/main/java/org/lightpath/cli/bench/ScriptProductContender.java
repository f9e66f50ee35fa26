package org.lightpath.cli.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.OptionalDouble;
import org.lightpath.core.field.RealMatrix;

/**
 * Products by array libraries, in a process of their own: {@code matmul_peers.py}. Noise is drawn
 * by the library's generator, so that only its deviation can be compared.
 */
final class ScriptProductContender extends ScriptContender implements ProductContender {
  /** A contender. */
  ScriptProductContender(ScriptPeer peer) {
    super(peer);
  }

  private static String name(ProductEffect effect) {
    return Columns.lower(effect);
  }

  @Override
  public boolean supports(ProductCase c, ProductEffect effect) {
    return peer().about().effects().contains(name(effect));
  }

  @Override
  public Prepared prepare(ProductCase c, ProductEffect effect, Operands operands) {
    ObjectNode about = JsonNodeFactory.instance.objectNode();
    about.put("rows", c.rows()).put("columns", c.columns()).put("inner", c.inner());
    about.put("batch", c.batch()).put("precision", Columns.lower(c.precision()));
    about.put("effect", name(effect));
    return new PreparedScript(
        peer()
            .family()
            .prepare(
                name(),
                about,
                Map.of("left", operands.left().segment(), "right", operands.right().segment())));
  }

  /** Arrays of the script. */
  private record PreparedScript(ScriptFamily.Ready ready) implements Prepared {
    @Override
    public void run() {
      ready.run();
    }

    /** Of the part that is computed: {@link #share}. */
    @Override
    public double turn(double leastSeconds) {
      return ready.turn(leastSeconds);
    }

    @Override
    public void store(RealMatrix result) {
      ready.store(result.segment());
    }

    @Override
    public double share() {
      return ready.answer().path("share").asDouble(1);
    }

    @Override
    public OptionalDouble deviationRatio() {
      return ready.answer().path("ratio").isNumber()
          ? OptionalDouble.of(ready.answer().get("ratio").asDouble())
          : OptionalDouble.empty();
    }

    @Override
    public long memoryBytes() {
      return ready.answer().path("memory_bytes").asLong();
    }

    @Override
    public void close() {
      ready.close();
    }
  }
}
