package org.lightpath.cli.report;

import java.util.List;

/**
 * A part of the report under one heading.
 *
 * @param heading its heading
 * @param blocks what stands there
 */
public record Section(String heading, List<Block> blocks) {
  /** Keeps a copy. */
  public Section {
    blocks = List.copyOf(blocks);
  }
}
