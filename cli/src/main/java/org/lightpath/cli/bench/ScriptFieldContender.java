package org.lightpath.cli.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.plan.PropagationPlan;

/**
 * Split steps by array libraries, in a process of their own: {@code split_step_peers.py}. It is
 * given the phase βh of each bin, the angle γcw of each step and the field itself.
 */
final class ScriptFieldContender extends ScriptContender implements FieldContender {
  /** A contender. */
  ScriptFieldContender(ScriptPeer peer) {
    super(peer);
  }

  @Override
  public boolean supports(StepCase c) {
    return true;
  }

  @Override
  public Prepared prepare(PropagationPlan plan) {
    requirePlain(plan);
    ObjectNode c = JsonNodeFactory.instance.objectNode();
    c.put("model", plan.shape().modes() == 1 ? "scalar" : "manakov");
    c.put("samples", plan.shape().samples()).put("batch", plan.shape().batch());
    c.put("precision", Columns.lower(plan.precision()));
    Map<String, MemorySegment> files = Map.of("phase", phase(plan), "angles", angles(plan));
    return new ScriptField(peer().family().prepare(name(), c, files));
  }

  private void requirePlain(PropagationPlan plan) {
    boolean equal = true;
    for (int i = 1; i < plan.steps().steps(); i++) {
      equal &= plan.steps().length(i) == plan.steps().length(0);
    }
    if (!equal || plan.dispersion().rows() != 1 || plan.nonlinearity().gammas() != 1) {
      throw new UnsupportedPlanException(
          "%s has equal steps, one dispersion and one γ only".formatted(name()));
    }
  }

  /** β_k h [rad]. */
  private static MemorySegment phase(PropagationPlan plan) {
    double[] phase = new double[plan.shape().samples()];
    for (int k = 0; k < phase.length; k++) {
      phase[k] = plan.dispersion().beta(0, k) * plan.steps().length(0);
    }
    return MemorySegment.ofArray(phase);
  }

  /** γ c w_i [rad/W]. */
  private static MemorySegment angles(PropagationPlan plan) {
    double[] angles = plan.effectiveLengths();
    for (int i = 0; i < angles.length; i++) {
      angles[i] *= plan.nonlinearity().gamma(0) * plan.nonlinearity().factor();
    }
    return MemorySegment.ofArray(angles);
  }
}
