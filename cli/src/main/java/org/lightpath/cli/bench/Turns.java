package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * @param runs what runs once and waits until it is done
   */
  <K> Map<K, Times> measure(Map<K, Runnable> runs) {
    Map<K, List<Double>> seconds = new LinkedHashMap<>();
    runs.keySet().forEach(who -> seconds.put(who, new ArrayList<>()));
    for (int turn = -WARM_UP; turn < turns; turn++) {
      boolean keep = turn >= 0;
      runs.forEach(
          (who, run) -> {
            double time = turn(run);
            if (keep) {
              seconds.computeIfAbsent(who, _ -> new ArrayList<>()).add(time);
            }
          });
    }
    Map<K, Times> times = new LinkedHashMap<>();
    seconds.forEach((who, list) -> times.put(who, new Times(list)));
    return times;
  }

  private double turn(Runnable run) {
    int runs = 0;
    long start = System.nanoTime();
    double seconds;
    do {
      run.run();
      runs++;
      seconds = (System.nanoTime() - start) * 1e-9;
    } while (seconds < secondsPerTurn);
    return seconds / runs;
  }
}
