package org.lightpath.cli.report;

import java.util.List;

/**
 * A number of the run, ready to be read.
 *
 * @param key its name in {@code summary.json}
 * @param label its name in words
 * @param values value and unit, one for each case
 * @param meaning what it says
 */
public record Metric(String key, String label, List<String> values, String meaning) {
  /** Keeps a copy. */
  public Metric {
    values = List.copyOf(values);
  }
}
