package org.lightpath.cli.cloud;

import java.io.IOException;
import java.nio.file.Path;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cloud.network.GnpyNetworks;
import org.lightpath.cloud.network.ImportedNetwork;
import org.lightpath.cloud.network.Network;
import org.lightpath.datasets.network.GnpyFiles;

/** Reads a network that GNPy describes. */
final class GnpyNetwork {
  private final Values keys;
  private final Path folder;

  GnpyNetwork(Values keys, Path folder) {
    this.keys = keys;
    this.folder = folder;
  }

  /**
   * The network.
   *
   * @param reach factor on all lengths, which files of gains that are fixed allow only as 1
   */
  Network network(double reach) {
    if (reach != 1) {
      throw new IllegalArgumentException(
          "reach is %s, but the gains in GNPy's files hold for their own lengths; expected 1"
              .formatted(reach));
    }
    try {
      ImportedNetwork imported =
          GnpyNetworks.of(
              GnpyFiles.topology(folder.resolve(keys.get(NetworkKeys.TOPOLOGY))),
              GnpyFiles.equipment(folder.resolve(keys.get(NetworkKeys.EQUIPMENT))));
      return imported.network();
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
