package org.lightpath.datasets.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GnpyFilesTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("network.json"), text, UTF_8);
  }

  /** A topology of some elements without connections. */
  private GnpyTopology elements(String elements) throws IOException {
    return GnpyFiles.topology(
        file("{\"elements\": [\n%s\n], \"connections\": []}".formatted(elements)));
  }

  private AbstractThrowableAssert<?, ?> assertRefused(String elements) {
    return assertThatThrownBy(() -> elements(elements)).isInstanceOf(IOException.class);
  }

  private GnpyEquipment equipment(String edfa) throws IOException {
    return GnpyFiles.equipment(file("{\"Edfa\": [%s]}".formatted(edfa)));
  }

  private static <T> T of(Map<String, T> types, String name) {
    return Objects.requireNonNull(types.get(name), name);
  }

  @Test
  void elementsAreReadInMetresAndDecibels() throws IOException {
    GnpyTopology topology =
        elements(
            """
            {"uid": "trx", "type": "Transceiver",
             "metadata": {"location": {"latitude": 47.5, "longitude": 8, "city": null}}},
            {"uid": "f1", "type": "Fiber", "type_variety": "NZDF", "params": {"length": 60,
              "loss_coef": 0.21, "length_units": "km", "att_in": 1, "con_in": 0.5, "con_out": 0.25,
              "lumped_losses": [{"position": 10, "loss": 1.5}]}},
            {"uid": "f2", "type": "Fiber", "params": {"length": 500, "length_units": "m"}},
            {"uid": "f3", "type": "Fiber"},
            {"uid": "a", "type": "Edfa", "type_variety": "line",
              "operational": {"gain_target": 17, "tilt_target": 0, "out_voa": 2, "in_voa": 1}},
            {"uid": "b", "type": "Edfa", "type_variety": "", "operational": {"gain_target": null}},
            {"uid": "r", "type": "Roadm", "params": {"target_pch_out_db": -18.5,
              "per_degree_pch_out_db": {"a": -17}}},
            {"uid": "j", "type": "Fused", "params": {"loss": 2}},
            {"uid": "k", "type": "Fused"}
            """);
    assertThat(topology.name()).isEqualTo("network.json");
    assertThat(topology.warnings()).isEmpty();
    List<GnpyElement> read = topology.elements();
    assertThat(read.get(0))
        .isEqualTo(new GnpyElement.Transceiver("trx", Optional.of(new GnpyElement.Place(8, 47.5))));
    GnpyElement.Fiber first = (GnpyElement.Fiber) read.get(1);
    assertThat(first.length()).isEqualTo(60e3);
    assertThat(first.variety()).isEqualTo("NZDF");
    assertThat(first.losses().perMetre()).isCloseTo(0.21e-3, within(1e-18));
    assertThat(first.losses().input()).hasValue(1.5);
    assertThat(first.losses().output()).hasValue(0.25);
    assertThat(first.losses().lumped()).containsExactly(new GnpyElement.LumpedLoss(10e3, 1.5));
    GnpyElement.Fiber second = (GnpyElement.Fiber) read.get(2);
    assertThat(second.length()).isEqualTo(500);
    assertThat(second.losses().input()).isEmpty();
    GnpyElement.Fiber third = (GnpyElement.Fiber) read.get(3);
    // GNPy's documented defaults: 80 km, 0.2 dB/km, SSMF.
    assertThat(third.length()).isEqualTo(80e3);
    assertThat(third.losses().perMetre()).isCloseTo(0.2e-3, within(1e-18));
    assertThat(third.variety()).isEqualTo("SSMF");
    assertThat(read.get(4))
        .isEqualTo(
            new GnpyElement.Edfa(
                "a",
                Optional.empty(),
                Optional.of("line"),
                OptionalDouble.of(17),
                new GnpyElement.Attenuators(1, 2)));
    assertThat(((GnpyElement.Edfa) read.get(5)).variety()).isEmpty();
    assertThat(((GnpyElement.Edfa) read.get(5)).gain()).isEmpty();
    GnpyElement.Roadm roadm = (GnpyElement.Roadm) read.get(6);
    assertThat(roadm.target()).hasValue(-18.5);
    assertThat(roadm.targetByDegree()).containsEntry("a", -17.0);
    assertThat(roadm.variety()).isEqualTo("default");
    assertThat(((GnpyElement.Fused) read.get(7)).loss()).isEqualTo(2);
    assertThat(((GnpyElement.Fused) read.get(8)).loss()).isZero();
  }

  @Test
  void connectionsKeepTheirDirection() throws IOException {
    GnpyTopology topology =
        GnpyFiles.topology(
            file(
                """
                {"network_name": "two", "elements": [
                  {"uid": "a", "type": "Transceiver"}, {"uid": "b", "type": "Transceiver"}],
                 "connections": [{"from_node": "a", "to_node": "b"}]}
                """));
    assertThat(topology.name()).isEqualTo("two");
    assertThat(topology.successors("a")).containsExactly("b");
    assertThat(topology.successors("b")).isEmpty();
    assertThatThrownBy(
            () ->
                GnpyFiles.topology(
                    file(
                        """
                        {"elements": [{"uid": "a", "type": "Transceiver"}],
                         "connections": [
                           {"from_node": "a", "to_node": "gone"}]}
                        """)))
        .hasMessageContaining("network.json:3:34")
        .hasMessageContaining("'gone'");
  }

  @Test
  void whatIsNotSupportedIsRefusedByNameAndPlace() {
    assertRefused("{\"uid\": \"r1\",\n \"type\": \"RamanFiber\"}")
        .hasMessageContaining("network.json:3:10")
        .hasMessageContaining("element 'r1' is a RamanFiber")
        .hasMessageContaining("Raman amplification is not supported");
    assertRefused("{\"uid\": \"m\", \"type\": \"Multiband_amplifier\"}")
        .hasMessageContaining("element 'm'");
    assertRefused("{\"uid\": \"x\", \"type\": \"Laser\"}")
        .hasMessageContaining("'Laser'")
        .hasMessageContaining("Transceiver, Fiber, Edfa");
    assertRefused(
            "{\"uid\": \"f\", \"type\": \"Fiber\", \"params\": {\"loss_coef\": {\"value\": [1]}}}")
        .hasMessageContaining("element 'f': loss_coef is a table");
    assertRefused(
            "{\"uid\": \"r\", \"type\": \"Roadm\", \"params\": {\"target_psd_out_mWperGHz\": 1e-4}}")
        .hasMessageContaining("target_psd_out_mWperGHz");
  }

  @Test
  void mistakesAreNamedWithLineAndColumn() {
    assertRefused("{\"type\": \"Fiber\"}").hasMessageContaining("key 'uid' is missing");
    assertRefused("{\"uid\": \"f\"}")
        .hasMessageContaining("network.json:2:1")
        .hasMessageContaining("element 'f': key 'type' is missing; it has [uid]");
    assertRefused("{\"uid\": \"f\", \"type\": \"Fused\"},\n{\"uid\": \"f\", \"type\": \"Fused\"}")
        .hasMessageContaining("network.json:3:1")
        .hasMessageContaining("occurs twice")
        .hasMessageContaining("network.json:2:1");
    assertRefused("{\"uid\": \"f\", \"type\": \"Fiber\", \"params\": {\"length\": \"long\"}}")
        .hasMessageContaining("element 'f': 'length' is the text 'long', expected a number");
    assertRefused("{\"uid\": \"f\", \"type\": \"Fiber\", \"params\": {\"length\": -1}}")
        .hasMessageContaining("length is -1000.0 m");
    assertRefused("{\"uid\": \"f\", \"type\": \"Fiber\", \"params\": {\"length_units\": \"mi\"}}")
        .hasMessageContaining("'mi', expected km or m");
    assertRefused("{\"uid\": \"f\", \"type\": \"Fiber\", \"params\": {\"loss_coef\": -0.2}}")
        .hasMessageContaining("-0.2 dB/km");
    assertRefused("{\"uid\": \"f\", \"type\": \"Fiber\", \"params\": []}")
        .hasMessageContaining("expected an object");
    assertRefused("{\"uid\": \"a\", \"type\": \"Edfa\", \"operational\": {\"gain_target\": -3}}")
        .hasMessageContaining("gain_target is -3.0 dB");
    assertRefused("{\"uid\": \"a\", \"uid\": \"b\"}").hasMessageContaining("uid");
    assertRefused("{\"uid\": 3, \"type\": \"Fused\"}").hasMessageContaining("3.0, expected text");
    assertThatThrownBy(() -> GnpyFiles.topology(file("{\"elements\": [")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("network.json:1:");
    assertThatThrownBy(() -> GnpyFiles.topology(file("")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ends where a value");
    assertThatThrownBy(() -> GnpyFiles.topology(file("{} {}")))
        .hasMessageContaining("behind the end");
    assertThatThrownBy(() -> GnpyFiles.topology(file("{}")))
        .hasMessageContaining("key 'elements' is missing");
    assertThatThrownBy(() -> GnpyFiles.topology(file("[".repeat(100_000))))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> GnpyFiles.topology(folder.resolve("none.json")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.json does not exist");
  }

  @Test
  void whatIsLeftOutIsSaid() throws IOException {
    assertThat(
            elements(
                    """
                    {"uid": "a", "type": "Edfa", "operational": {"gain_target": 3, "tilt_target": 1}},
                    {"uid": "b", "type": "Edfa", "operational": {"delta_p": 1}},
                    {"uid": "r", "type": "Roadm", "params": {"per_degree_impairments": []}}
                    """)
                .warnings())
        .satisfiesExactly(
            w -> assertThat(w).contains("'a'", "tilt"),
            w -> assertThat(w).contains("'b'", "delta_p"),
            w -> assertThat(w).contains("'r'", "per_degree_impairments"));
  }

  /** Against the coils and noise figures that GNPy (commit d65865b) computes for these types. */
  @Test
  void twoCoilsAreThoseOfGnpy() throws IOException {
    GnpyEquipment library =
        equipment(
            """
            {"type_variety": "line", "type_def": "variable_gain", "gain_flatmax": 27,
             "gain_min": 14, "nf_min": 5.6, "nf_max": 9.8},
            {"type_variety": "wide", "type_def": "variable_gain", "gain_flatmax": 34,
             "gain_min": 24, "nf_min": 5.6, "nf_max": 7.1}
            """);
    GnpyAmplifier.TwoCoils line = (GnpyAmplifier.TwoCoils) of(library.amplifiers(), "line");
    // Printed to 16 digits by GNPy; the formula loses three of them in differences of near numbers.
    assertThat(line.first()).isCloseTo(5.582133948550681, within(1e-12));
    assertThat(line.second()).isCloseTo(5.882133948550681, within(1e-12));
    assertThat(line.powerDifference()).isCloseTo(2.851378778150064, within(1e-11));
    assertThat(line.noiseFigure(16)).isCloseTo(7.7657502629, within(1e-10));
    assertThat(line.noiseFigure(19)).isCloseTo(6.2420781409, within(1e-10));
    assertThat(line.noiseFigure(27)).isCloseTo(5.6, within(1e-12));
    GnpyAmplifier wide = of(library.amplifiers(), "wide");
    assertThat(wide.noiseFigure(25)).isCloseTo(6.5994147638, within(1e-10));
    assertThat(wide.noiseFigure(34)).isCloseTo(5.6, within(1e-12));
    // Below its least gain the input is attenuated.
    assertThat(wide.noiseFigure(22)).isCloseTo(wide.noiseFigure(24) + 2, within(1e-12));
  }

  /** Where the usual power difference does, both noise figures are met exactly. */
  @Test
  void twoCoilsMeetBothFigures() {
    GnpyAmplifier.GainRange range = new GnpyAmplifier.GainRange(15, 25);
    // F₁ = 5 dB, F₂ = 6 dB and ΔP = 5 dB, from F = F₁ + F₂/g at both ends.
    double least = figure(5, 6, 20);
    double greatest = figure(5, 6, 0);
    GnpyAmplifier.TwoCoils coils = GnpyAmplifier.TwoCoils.fitted(range, least, greatest);
    assertThat(coils.powerDifference()).isEqualTo(5);
    assertThat(coils.first()).isCloseTo(5, within(1e-10));
    assertThat(coils.second()).isCloseTo(6, within(1e-10));
    assertThat(coils.noiseFigure(25)).isCloseTo(least, within(1e-10));
    assertThat(coils.noiseFigure(15)).isCloseTo(greatest, within(1e-10));
    assertThat(coils.noiseFigure(20)).isCloseTo(figure(5, 6, 10), within(1e-10));
  }

  private static double figure(double first, double second, double gain) {
    return 10 * Math.log10(Math.pow(10, first / 10) + Math.pow(10, (second - gain) / 10));
  }

  @Test
  void fixedGainHasItsFigureAndOtherModelsAreRefusedWhenUsed() throws IOException {
    GnpyEquipment library =
        equipment(
            """
            {"type_variety": "fixed", "type_def": "fixed_gain", "gain_flatmax": 21,
             "gain_min": 20, "nf0": 5.5},
            {"type_variety": "ripple", "type_def": "advanced_model", "gain_flatmax": 25,
             "gain_min": 15}
            """);
    assertThat(of(library.amplifiers(), "fixed").noiseFigure(20.5)).isEqualTo(5.5);
    assertThat(of(library.amplifiers(), "fixed").noiseFigure(17)).isEqualTo(8.5);
    GnpyAmplifier ripple = of(library.amplifiers(), "ripple");
    assertThatThrownBy(() -> ripple.noiseFigure(20))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("'ripple'")
        .hasMessageContaining("'advanced_model'");
    assertThatThrownBy(
            () ->
                equipment(
                    "{\"type_variety\": \"x\", \"type_def\": \"fixed_gain\", \"gain_flatmax\": 1,\"gain_min\": 0}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Edfa 'x': key 'nf0' is missing");
    assertThatThrownBy(
            () ->
                equipment(
                    "{\"type_variety\": \"x\", \"type_def\": \"fixed_gain\", \"gain_flatmax\": 1,\"gain_min\": 2, \"nf0\": 5}"))
        .hasMessageContaining("Edfa 'x'")
        .hasMessageContaining("gain_min is 2.0 dB");
    assertThatThrownBy(
            () ->
                equipment(
                    "{\"type_variety\": \"x\", \"type_def\": \"variable_gain\", \"gain_flatmax\": 20,\"gain_min\": 10, \"nf_min\": 8, \"nf_max\": 5}"))
        .hasMessageContaining("Edfa 'x'")
        .hasMessageContaining("nf_min below nf_max");
  }

  @Test
  void theRestOfALibrary() throws IOException {
    GnpyEquipment library =
        GnpyFiles.equipment(
            file(
                """
                {"Fiber": [{"type_variety": "SSMF", "dispersion": 1.67e-05, "effective_area": 83e-12},
                  {"type_variety": "G655", "dispersion": 4e-6, "dispersion_slope": 85.0, "gamma": 1.5e-3}],
                 "Span": [{"con_in": 0.3, "con_out": 0.4}],
                 "Roadm": [{"target_pch_out_db": -20, "add_drop_osnr": 38},
                  {"type_variety": "big", "target_pch_out_db": -18}],
                 "SI": [{"f_min": 191.3e12, "f_max": 195.1e12, "spacing": 50e9, "baud_rate": 32e9,
                   "power_dbm": 1, "tx_power_dbm": -2}]}
                """));
    assertThat(library.amplifiers()).isEmpty();
    assertThat(of(library.fibers(), "SSMF"))
        .isEqualTo(
            new GnpyEquipment.FiberType(
                1.67e-5,
                OptionalDouble.empty(),
                OptionalDouble.of(83e-12),
                OptionalDouble.empty()));
    assertThat(of(library.fibers(), "G655").slope()).hasValue(85);
    assertThat(of(library.roadms(), "default").addDropOsnr()).hasValue(38);
    assertThat(of(library.roadms(), "big").target()).hasValue(-18);
    assertThat(library.span()).isEqualTo(new GnpyEquipment.SpanDefaults(0.3, 0.4));
    assertThat(library.spectrum())
        .hasValue(new GnpyEquipment.Spectrum(191.3e12, 195.1e12, 50e9, 32e9, -2));
    assertThatThrownBy(
            () ->
                GnpyFiles.equipment(
                    file("{\"Fiber\": [{\"type_variety\": \"f\", \"dispersion\": 1e-5}]}")))
        .hasMessageContaining("Fiber 'f': needs effective_area or gamma");
  }
}
