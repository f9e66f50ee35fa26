package org.lightpath.cloud.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.datasets.network.GnpyFiles;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.gn.AsinhGnModel;
import org.lightpath.fiber.link.Link;

/**
 * A network of three ROADMs in GNPy's format, against what GNPy (commit d65865b, gain mode, its
 * analytic GN model) says of the same files.
 */
class GnpyNetworksTest {
  private static final String EQUIPMENT =
      """
      {
        "Edfa": [
          {"type_variety": "booster", "type_def": "fixed_gain", "gain_flatmax": 22, "gain_min": 18, "p_max": 30, "nf0": 6.5, "allowed_for_design": false},
          {"type_variety": "line", "type_def": "variable_gain", "gain_flatmax": 27, "gain_min": 14, "p_max": 30, "nf_min": 5.6, "nf_max": 9.8, "out_voa_auto": false, "allowed_for_design": false},
          {"type_variety": "wide", "type_def": "variable_gain", "gain_flatmax": 34, "gain_min": 24, "p_max": 30, "nf_min": 5.6, "nf_max": 7.1, "out_voa_auto": false, "allowed_for_design": true},
          {"type_variety": "ripple", "type_def": "advanced_model", "gain_flatmax": 25, "gain_min": 15, "p_max": 21, "advanced_config_from_json": "std_medium_gain_advanced_config.json", "out_voa_auto": false, "allowed_for_design": false}
        ],
        "Fiber": [
          {"type_variety": "G652", "dispersion": 1.67e-05, "effective_area": 83e-12, "pmd_coef": 1.265e-15},
          {"type_variety": "G655", "dispersion": 0.45e-05, "gamma": 0.0015, "pmd_coef": 1.265e-15}
        ],
        "Span": [
          {"power_mode": false, "delta_power_range_db": [-2, 3, 0.5], "max_fiber_lineic_loss_for_raman": 0.25, "target_extended_gain": 2.5, "max_length": 150, "length_units": "km", "max_loss": 28, "padding": 0, "EOL": 0, "con_in": 0.3, "con_out": 0.4}
        ],
        "Roadm": [
          {"target_pch_out_db": -19, "add_drop_osnr": 36, "pmd": 0, "pdl": 0, "restrictions": {"preamp_variety_list": [], "booster_variety_list": []}}
        ],
        "SI": [
          {"f_min": 191.3e12, "f_max": 195.1e12, "spacing": 50e9, "baud_rate": 32e9, "power_dbm": 1, "tx_power_dbm": 0, "power_range_db": [0, 0, 1], "roll_off": 0.15, "tx_osnr": 200, "sys_margins": 0}
        ],
        "Transceiver": []
      }
      """;

  private static final String TOPOLOGY =
      """
      {
        "network_name": "three spans",
        "elements": [
          {"uid": "trx A", "type": "Transceiver", "metadata": {"location": {"latitude": 47.1, "longitude": 8.2, "city": "A", "region": ""}}},
          {"uid": "roadm A", "type": "Roadm"},
          {"uid": "booster A", "type": "Edfa", "type_variety": "booster", "operational": {"gain_target": 20, "tilt_target": 0, "out_voa": 0}},
          {"uid": "fibre 1", "type": "Fiber", "type_variety": "G652", "params": {"length": 60, "length_units": "km", "loss_coef": 0.21, "att_in": 0, "con_in": 0.5, "con_out": 0.6}},
          {"uid": "amp 1", "type": "Edfa", "type_variety": "line", "operational": {"gain_target": 16, "tilt_target": 0, "out_voa": 2}},
          {"uid": "fibre 2", "type": "Fiber", "type_variety": "G655", "params": {"length": 40, "length_units": "km", "loss_coef": 0.22}},
          {"uid": "joint", "type": "Fused", "params": {"loss": 1.5}},
          {"uid": "fibre 3", "type": "Fiber", "type_variety": "G652", "params": {"length": 35000, "length_units": "m", "loss_coef": 0.2, "con_in": 0, "con_out": 0, "lumped_losses": [{"position": 10, "loss": 0.7}]}},
          {"uid": "amp 2", "type": "Edfa", "type_variety": "line", "operational": {"gain_target": 19, "tilt_target": 0, "out_voa": 0}},
          {"uid": "roadm B", "type": "Roadm", "params": {"target_pch_out_db": -17}},
          {"uid": "booster B", "type": "Edfa", "type_variety": "booster", "operational": {"gain_target": 17, "tilt_target": 0, "out_voa": 0}},
          {"uid": "fibre 4", "type": "Fiber", "type_variety": "G652", "params": {"length": 90, "length_units": "km", "loss_coef": 0.2, "con_in": 0.2, "con_out": 0.2}},
          {"uid": "amp 3", "type": "Edfa", "type_variety": "wide", "operational": {"gain_target": 25, "tilt_target": 0, "out_voa": 0}},
          {"uid": "roadm C", "type": "Roadm"},
          {"uid": "trx C", "type": "Transceiver"}
        ],
        "connections": [
          {"from_node": "trx A", "to_node": "roadm A"},
          {"from_node": "roadm A", "to_node": "booster A"},
          {"from_node": "booster A", "to_node": "fibre 1"},
          {"from_node": "fibre 1", "to_node": "amp 1"},
          {"from_node": "amp 1", "to_node": "fibre 2"},
          {"from_node": "fibre 2", "to_node": "joint"},
          {"from_node": "joint", "to_node": "fibre 3"},
          {"from_node": "fibre 3", "to_node": "amp 2"},
          {"from_node": "amp 2", "to_node": "roadm B"},
          {"from_node": "roadm B", "to_node": "booster B"},
          {"from_node": "booster B", "to_node": "fibre 4"},
          {"from_node": "fibre 4", "to_node": "amp 3"},
          {"from_node": "amp 3", "to_node": "roadm C"},
          {"from_node": "roadm C", "to_node": "trx C"}
        ]
      }
      """;

  @TempDir Path folder;

  private ImportedNetwork imported(String topology, String equipment) {
    try {
      Path first = Files.writeString(folder.resolve("topology.json"), topology, UTF_8);
      Path second = Files.writeString(folder.resolve("equipment.json"), equipment, UTF_8);
      return GnpyNetworks.of(GnpyFiles.topology(first), GnpyFiles.equipment(second));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TransmissionModel model(ImportedNetwork imported) {
    TransmissionSpec spec = imported.transmission().orElseThrow();
    return new TransmissionModel(
        imported.network(),
        imported.grid().orElseThrow(),
        new TransmissionSpec(
            spec.launchPower(),
            spec.symbolRate(),
            spec.requirement(),
            spec.options().withNonlinearity(Optional.of(new AsinhGnModel()))));
  }

  @Test
  void figuresAreThoseOfGnpy() {
    ImportedNetwork imported = imported(TOPOLOGY, EQUIPMENT);
    assertThat(imported.warnings()).isEmpty();
    TransmissionModel model = model(imported);
    NetworkPath path = new Router(imported.network()).shortest("trx A", "trx C");
    int[] channels = {0, 38, 75};
    double[] frequencies = {191.35e12, 193.25e12, 195.1e12};
    double[] osnr = {26.3595723035, 26.3148327616, 26.2833216476};
    double[] nonlinear = {23.6864762866, 21.5277862489, 23.28998781};
    double[] gamma = {-0.2339481205, -0.0184652918, 0.1875140059};
    double[] snr = {19.9146079755, 18.8555341689, 19.7011063426};
    for (int i = 0; i < 3; i++) {
      assertThat(imported.grid().orElseThrow().frequency(channels[i])).isEqualTo(frequencies[i]);
      PathBudget budget = model.budget(path, channels[i]);
      PathQuality.Noise noise = budget.quality().noise();
      // GNPy's ROADMs level signal and noise together, ours the signal: it is higher here by at
      // most noise over signal.
      double levelling = 10 * Math.log10(1 + Optics.fromDecibels(-snr[i]));
      assertThat(Optics.toDecibels(noise.osnr()) - osnr[i]).isBetween(0.0, levelling);
      assertThat(Optics.toDbm(noise.signal())).isCloseTo(-19, within(1e-9));
      // GNPy's γ grows with frequency, by this much in γ² of G652; ours is constant.
      double here = Optics.toDecibels(noise.nonlinearSnr().orElseThrow()) - gamma[i];
      // What is left: levelling, which counts twice as interference grows with the square of power.
      assertThat(here).isCloseTo(nonlinear[i], within(2 * levelling));
      assertThat(Optics.toDecibels(noise.snr()))
          .isCloseTo(snr[i], within(2 * levelling + Math.abs(gamma[i])));
      // 1.1017622064 ms, printed to ten digits.
      assertThat(budget.delay()).isCloseTo(1.1017622064e-3, within(1e-13));
    }
    // GNPy sums D at 1550 nm: 3269.5 ps/nm; with constant β₂ it is (ν/ν₀)² of that at the channel.
    double ratio = 193.15e12 * 1550e-9 / Optics.SPEED_OF_LIGHT;
    double dispersion = model.budget(path, 36).quality().propagation().dispersion();
    assertThat(dispersion * 1e3).isCloseTo(3269.5 * ratio * ratio, within(1e-8));
  }

  @Test
  void linesBecomeLinksAndPropagateTheSameElements() {
    ImportedNetwork imported = imported(TOPOLOGY, EQUIPMENT);
    Network network = imported.network();
    assertThat(network.nodes())
        .extracting(NetworkNode::name)
        .containsExactly("trx A", "roadm A", "roadm B", "roadm C", "trx C");
    assertThat(network.links()).hasSize(4);
    assertThat(network.link("roadm A>roadm B").length()).isCloseTo(135e3, within(1e-6));
    assertThat(network.link("roadm A>roadm B").amplifiers()).isEqualTo(3);
    // 60·0.21 + 1.1, 2, 40·0.22 + 0.7, 1.5, 35·0.2 + 0.7 dB.
    assertThat(-Optics.toDecibels(network.link("roadm A>roadm B").transmission()))
        .isCloseTo(13.7 + 2 + 9.5 + 1.5 + 7.7, within(1e-9));
    assertThat(network.link("trx A>roadm A").elements()).isEmpty();
    assertThat(network.node("trx A").coordinates()).hasValue(new Coordinates(8.2, 47.1));
    TransmissionModel model = model(imported);
    NetworkPath path = new Router(network).shortest("trx A", "trx C");
    PathBudget budget = model.budget(path, 3);
    Link link = model.toLink(path, 3);
    double density = budget.quality().noise().amplifierDensity();
    double rounding = 80 * Math.ulp(1.0);
    assertThat(link.noiseDensity(imported.grid().orElseThrow().frequency(3), 0))
        .isCloseTo(density, within(rounding * density));
    double output = budget.quality().power().output();
    assertThat(link.netGain() * 1e-3).isCloseTo(output, within(rounding * output));
  }

  private AbstractThrowableAssert<?, ?> assertRefused(String what, String by) {
    assertThat(TOPOLOGY + EQUIPMENT).contains(what);
    return assertThatThrownBy(
            () -> imported(TOPOLOGY.replace(what, by), EQUIPMENT.replace(what, by)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertRefused(
            "\"type_variety\": \"wide\", \"operational\"",
            "\"type_variety\": \"ripple\", \"operational\"")
        .hasMessageContaining("amplifier 'amp 3'")
        .hasMessageContaining("'advanced_model'");
    assertRefused("\"type_variety\": \"wide\", \"operational\"", "\"operational\"")
        .hasMessageContaining("'amp 3' has no type_variety")
        .hasMessageContaining("automatic design");
    assertRefused(
            "\"type_variety\": \"wide\", \"operational\"",
            "\"type_variety\": \"no\", \"operational\"")
        .hasMessageContaining("no Edfa type 'no'")
        .hasMessageContaining("[booster, line, ripple, wide]");
    assertRefused("\"Fiber\", \"type_variety\": \"G655\"", "\"Fiber\", \"type_variety\": \"G999\"")
        .hasMessageContaining("fibre 'fibre 2'")
        .hasMessageContaining("'G999'");
    assertRefused("{\"gain_target\": 20, ", "{")
        .hasMessageContaining("'booster A' has no gain_target and no loss");
    assertRefused(
            "{\"uid\": \"roadm A\", \"type\": \"Roadm\"}",
            "{\"uid\": \"roadm A\", \"type\": \"Roadm\", \"type_variety\": \"x\"}")
        .hasMessageContaining("ROADM 'roadm A'")
        .hasMessageContaining("[default]");
    assertRefused("\"position\": 10", "\"position\": 36")
        .hasMessageContaining("'fibre 3': lumped loss at 36000.0 m");
    assertRefused(
            "{\"target_pch_out_db\": -17}", "{\"per_degree_pch_out_db\": {\"booster B\": -15}}")
        .hasMessageContaining("'roadm B'")
        .hasMessageContaining("'booster B'");
    assertRefused("{\"from_node\": \"joint\", \"to_node\": \"fibre 3\"},", "")
        .hasMessageContaining("element 'joint' on the line from 'roadm A' leads to []");
    assertRefused(
            "{\"from_node\": \"joint\", \"to_node\": \"fibre 3\"},",
            "{\"from_node\": \"joint\", \"to_node\": \"fibre 1\"},")
        .hasMessageContaining("expected one element, and a ROADM or transceiver at the end");
  }

  @Test
  void whatIsDifferentIsSaid() {
    assertThat(imported(TOPOLOGY.replace("{\"gain_target\": 19, ", "{"), EQUIPMENT).warnings())
        .singleElement()
        .asString()
        .contains("'amp 2'", "20.70 dB");
    assertThat(
            imported(
                    TOPOLOGY.replace("{\"gain_target\": 19, ", "{\"gain_target\": 28, "), EQUIPMENT)
                .warnings())
        .singleElement()
        .asString()
        .contains("'amp 2'", "28.00 dB", "27.00 dB");
    ImportedNetwork odd = imported(TOPOLOGY, EQUIPMENT.replace("191.3e12", "191.31e12"));
    assertThat(odd.grid()).isEmpty();
    assertThat(odd.warnings()).singleElement().asString().contains("G.694.1");
    String passive =
        TOPOLOGY
            .replace("\"fibre 4\", \"to_node\": \"amp 3\"", "\"fibre 4\", \"to_node\": \"roadm C\"")
            .replace(
                "\"roadm B\", \"to_node\": \"booster B\"", "\"roadm B\", \"to_node\": \"fibre 4\"")
            .replace("{\"from_node\": \"booster B\", \"to_node\": \"fibre 4\"},", "")
            .replace("{\"from_node\": \"amp 3\", \"to_node\": \"roadm C\"},", "");
    assertThat(imported(passive, EQUIPMENT).warnings())
        .singleElement()
        .asString()
        .contains("'roadm B'", "'fibre 4'", "no amplifier");
  }
}
