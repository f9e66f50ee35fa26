package org.lightpath.cli.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run folder holds, as far as the report needs it.
 *
 * @param summary {@code summary.json}: objects as maps, arrays as lists, numbers, strings, booleans
 * @param resolved {@code resolved.json} as text
 * @param tables the tables of the folder
 * @param files what can be opened beside the report
 */
public record RunData(
    Map<String, Object> summary, String resolved, Tables tables, List<FileEntry> files) {
  /** Keeps copies. */
  public RunData {
    summary = Map.copyOf(summary);
    files = List.copyOf(files);
  }

  /** Finds tables by name. */
  @FunctionalInterface
  public interface Tables {
    /**
     * A table of the run.
     *
     * @param name {@code results} for {@code results.arrow}, else NAME of {@code
     *     plots/data/NAME.arrow}
     * @return the table, or nothing if the run has no such file
     */
    Optional<DataTable> find(String name);
  }

  /**
   * A file of the run folder.
   *
   * @param path relative to the folder, with slashes
   * @param bytes its size [B]
   */
  public record FileEntry(String path, long bytes) {}
}
