package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * How contenders are timed: all take turns, so that a disturbance of the machine meets all of them.
 *
 * @param secondsPerTurn shortest time of one turn of one contender [s]
 * @param turns turns of each contender after the warm-up
 */
record Turns(double secondsPerTurn, int turns) {
  private static final int WARM_UP = 2;

  /** Turns of each contender, those to warm up among them. */
  int all() {
    return WARM_UP + turns;
  }

  /**
   * Times of a run of each.
   *
   * @param runs what runs
   * @param failed told who could not go on, and why; the result has no times of it
   */
  <K> Map<K, Times> measure(Map<K, ? extends TimedRun> runs, BiConsumer<K, String> failed) {
    Map<K, List<Double>> seconds = new LinkedHashMap<>();
    runs.keySet().forEach(who -> seconds.put(who, new ArrayList<>()));
    Set<K> out = new HashSet<>();
    for (int turn = -WARM_UP; turn < turns; turn++) {
      boolean keep = turn >= 0;
      runs.forEach(
          (who, run) -> {
            if (out.contains(who)) {
              return;
            }
            try {
              double time = run.turn(secondsPerTurn);
              if (keep) {
                seconds.computeIfAbsent(who, _ -> new ArrayList<>()).add(time);
              }
            } catch (PeerFailedException e) {
              out.add(who);
              failed.accept(who, String.valueOf(e.getMessage()));
            }
          });
    }
    Map<K, Times> times = new LinkedHashMap<>();
    seconds.forEach(
        (who, list) -> {
          if (!out.contains(who)) {
            times.put(who, new Times(list));
          }
        });
    return times;
  }
}
