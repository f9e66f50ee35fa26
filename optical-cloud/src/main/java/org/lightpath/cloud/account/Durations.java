package org.lightpath.cloud.account;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.Require;
import org.lightpath.photonic.energy.LatencyBreakdown;

/**
 * Time by stage, one stage after the other; stages that are missing take none.
 *
 * @param seconds of each [s]
 */
public record Durations(Map<LatencyStage, Double> seconds) {
  /** No time. */
  public static final Durations NONE = new Durations(Map.of());

  /** Copies and checks the numbers. */
  public Durations {
    EnumMap<LatencyStage, Double> copy = new EnumMap<>(LatencyStage.class);
    seconds.forEach(
        (stage, time) ->
            copy.put(stage, Require.notNegative("time of " + stage.label(), time, "s")));
    seconds = Collections.unmodifiableMap(copy);
  }

  /** One stage alone. */
  public static Durations of(LatencyStage stage, double seconds) {
    return new Durations(Map.of(stage, seconds));
  }

  /** Time of a stage [s]. */
  public double of(LatencyStage stage) {
    return seconds.getOrDefault(stage, 0.0);
  }

  /** Sum of all stages [s]. */
  public double total() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Sum of the stages that are time of flight in the network [s]. */
  public double fibre() {
    return seconds.entrySet().stream()
        .filter(one -> one.getKey().fibre())
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** Share of flight in the network in the whole; 0 if there is no time at all. */
  public double fibreShare() {
    double total = total();
    return total == 0 ? 0 : fibre() / total;
  }

  /** Sum by stage. */
  public Durations plus(Durations other) {
    EnumMap<LatencyStage, Double> sum = new EnumMap<>(LatencyStage.class);
    sum.putAll(seconds);
    other.seconds.forEach((stage, time) -> sum.merge(stage, time, Double::sum));
    return new Durations(sum);
  }

  /** Every stage multiplied. */
  public Durations times(double factor) {
    EnumMap<LatencyStage, Double> scaled = new EnumMap<>(LatencyStage.class);
    seconds.forEach((stage, time) -> scaled.put(stage, time * factor));
    return new Durations(scaled);
  }

  /** The same for reports that print a {@link LatencyBreakdown}. */
  public LatencyBreakdown breakdown(String name) {
    Provenance how = Provenance.derived("formulas of CloudAccount");
    List<LatencyBreakdown.Stage> stages =
        seconds.entrySet().stream()
            .map(one -> new LatencyBreakdown.Stage(one.getKey().label(), one.getValue(), 0, how))
            .toList();
    return new LatencyBreakdown(name, stages);
  }
}
