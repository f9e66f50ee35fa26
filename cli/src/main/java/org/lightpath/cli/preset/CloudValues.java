package org.lightpath.cli.preset;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cloud.account.AccountPresets;
import org.lightpath.cloud.account.CloudScenarios;
import org.lightpath.cloud.network.MetroNetworks;
import org.lightpath.cloud.network.NetworkPreset;
import org.lightpath.datasets.preset.Preset;
import org.lightpath.photonic.device.Provenance;

/** Networks, numbers of accounts, and what is known of the published optical cloud. */
final class CloudValues {
  private static final double PICO = 1e-12;

  private CloudValues() {}

  static List<Preset> all() {
    List<Preset> presets = new ArrayList<>();
    MetroNetworks.all().forEach(network -> presets.add(network(network)));
    presets.add(account());
    presets.add(paper());
    return presets;
  }

  private static Preset network(NetworkPreset network) {
    return new Preset(
        network.name(),
        "network",
        network.title(),
        network.values().stream()
            .map(value -> new Preset.Value(value.what(), value.text(), value.source()))
            .toList());
  }

  private static Preset account() {
    Entry entry =
        new Entry(
            "account-values",
            "account",
            "What energy and time of the optical cloud are accounted with",
            Provenance.assumed("no default"));
    for (AccountPresets.Value value : AccountPresets.all()) {
      // Energies of single operations and bytes have many zeros in joules.
      boolean tiny = value.unit().startsWith("J");
      entry.with(
          value.name(),
          tiny ? value.value() / PICO : value.value(),
          tiny ? "p" + value.unit() : value.unit(),
          value.provenance());
    }
    return entry.preset();
  }

  private static Preset paper() {
    List<Preset.Value> values =
        CloudScenarios.paper().fields().stream()
            .map(
                field ->
                    new Preset.Value(
                        field.name(),
                        field.value().orElse("unknown"),
                        field
                            .provenance()
                            .map(Provenance::label)
                            .orElse("the text that is at hand does not state it")))
            .toList();
    return new Preset(
        "xing-2025",
        "scenario",
        "Seamless optical cloud of Xing et al., Nat. Commun. 16:6097 (2025): stated and unknown",
        values);
  }
}
