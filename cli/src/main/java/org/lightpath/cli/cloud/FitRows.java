package org.lightpath.cli.cloud;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.cloud.fidelity.LinkEffects;
import org.lightpath.datasets.table.Table;

/** Fitted link effects as a table. */
final class FitRows {
  private final List<String> stream = new ArrayList<>();
  private final List<String> parameter = new ArrayList<>();
  private final List<String> unit = new ArrayList<>();
  private final List<Double> value = new ArrayList<>();

  void add(PairedStreams.Pair pair, LinkEffects effects) {
    String left = Types.hyphenated(pair.left());
    String right = Types.hyphenated(pair.right());
    String both = left + " and " + right;
    row(both, "gain that pilots tell", "", effects.gain());
    stream(left + " (left)", effects.left());
    stream(right + " (right)", effects.right());
    for (int i = 0; i < effects.memory().size(); i++) {
      int distance = i - effects.memory().size() / 2;
      if (distance == 0) {
        continue; // 1 by definition
      }
      row(both, "memory at %d symbols".formatted(distance), "", effects.memory().get(i));
    }
    row(both, "beat of both noises, variance", "", effects.beatVariance());
    row(both, "residual phase", "rad", effects.phaseDeviation());
    row(both, "symbols over which the phase stays", "", effects.phaseSymbols());
  }

  private void stream(String name, LinkEffects.Stream effects) {
    row(name, "additive noise, in phase", "full scales", effects.additive());
    row(name, "relative noise", "", effects.relative());
    row(name, "noise in quadrature", "full scales", effects.quadrature());
  }

  private void row(String which, String what, String in, double number) {
    stream.add(which);
    parameter.add(what);
    unit.add(in);
    value.add(number);
  }

  Table table() {
    return new TableBuilder()
        .text("stream", stream)
        .text("parameter", parameter)
        .text("unit", unit)
        .real("value", value)
        .build();
  }
}
