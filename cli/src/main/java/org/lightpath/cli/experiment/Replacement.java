package org.lightpath.cli.experiment;

/**
 * A value from the command line that takes the place of one in the file.
 *
 * @param path keys separated by dots
 * @param value YAML text
 * @param option the option it came from, for messages
 */
public record Replacement(String path, String value, String option) {}
