package org.lightpath.cloud.network;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A network read from another planner's files.
 *
 * @param network the network
 * @param grid channels, if the files give any that lie on the grid of ITU-T G.694.1
 * @param transmission launch power and symbol rate, if the files give them; without a requirement
 * @param warnings what is different here
 */
public record ImportedNetwork(
    Network network,
    Optional<DwdmGrid> grid,
    Optional<TransmissionSpec> transmission,
    List<String> warnings) {
  /** Copies the list. */
  public ImportedNetwork {
    Objects.requireNonNull(network);
    Objects.requireNonNull(grid);
    Objects.requireNonNull(transmission);
    warnings = List.copyOf(warnings);
  }
}
