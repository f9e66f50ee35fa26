package org.lightpath.cli.report;

/**
 * A number of the run, ready to be read.
 *
 * @param key its name in {@code summary.json}
 * @param label its name in words
 * @param value value and unit
 * @param meaning what it says
 */
public record Metric(String key, String label, String value, String meaning) {}
