package org.lightpath.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.field.Precision;

/**
 * A peer of a script.
 *
 * @param family the process it lives in
 * @param about what the script said of it
 * @param host measures what as many cores can do
 */
record ScriptPeer(ScriptFamily family, About about, Contender host) {
  /**
   * What a script says of a peer.
   *
   * @param name in the script, and in tables
   * @param detail library, version, way
   * @param threads of the host that compute
   * @param onHost whether it computes on this machine's cores
   * @param effects of products; empty for others
   */
  record About(String name, String detail, int threads, boolean onHost, List<String> effects) {
    /**
     * Reads it.
     *
     * @throws PeerFailedException if a part is missing
     */
    static About of(JsonNode node) {
      for (String key : List.of("name", "detail", "threads", "onHost")) {
        if (!node.has(key)) {
          throw new PeerFailedException("expected '%s' of each peer, got: %s".formatted(key, node));
        }
      }
      return new About(
          node.get("name").asText(),
          node.get("detail").asText(),
          node.get("threads").asInt(),
          node.get("onHost").asBoolean(),
          PeerProcess.texts(node.path("effects")));
    }
  }

  /** Ceilings of the host's cores; those of a device of CUDA are not known here. */
  Optional<DeviceCeilings> ceilings(Precision precision, long workingSetBytes) {
    return about.onHost() ? host.ceilings(precision, workingSetBytes) : Optional.empty();
  }
}
