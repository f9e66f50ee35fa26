package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.preset.Catalogue;
import org.lightpath.cloud.account.AccountPresets;
import org.lightpath.cloud.account.CloudScenarios;
import org.lightpath.cloud.network.MetroNetworks;
import org.lightpath.cloud.network.NetworkPreset;
import org.lightpath.datasets.model.ShippedModels;
import org.lightpath.datasets.preset.Preset;

/** Everything with known values is listed, each value with unit and source. */
class PresetsCommandTest {
  @Test
  void everyKindIsListed() {
    assertThat(Catalogue.all().stream().map(Preset::kind).distinct())
        .containsExactlyInAnyOrder(
            "fibre",
            "amplifier",
            "modulator",
            "ring",
            "photodiode",
            "transimpedance-amplifier",
            "converter",
            "laser",
            "passive",
            "core",
            "model",
            "network",
            "account",
            "scenario",
            "assumed");
    Console console = Console.run("presets");
    assertThat(console.code()).isEqualTo(ExitCode.DONE);
    assertThat(console.out())
        .contains("smf (fibre)", "lt-mzm (modulator)", "tia-1 (transimpedance-amplifier)")
        .contains("lt-b (core)", "albireo-moderate (core)", "mrr-bank (core)", "deit-t (model)");
  }

  @Test
  void namesAreUniqueAndValuesHaveSources() {
    List<String> names = Catalogue.all().stream().map(Preset::name).toList();
    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9._-]+"));
    for (Preset preset : Catalogue.all()) {
      assertThat(preset.values()).as(preset.name()).isNotEmpty();
      assertThat(preset.values())
          .as(preset.name())
          .allMatch(value -> !value.source().isBlank() && !value.text().matches(".*\\dE-?\\d.*"))
          .extracting(Preset.Value::key)
          .doesNotHaveDuplicates();
    }
  }

  /** SimPhony's mzm.yml, as entered. */
  @Test
  void aModulatorShowsItsPublishedNumbers() {
    String out = Console.run("presets", "sl-mzm").out();
    assertThat(out)
        .contains("sl-mzm (modulator)")
        .containsPattern("curve +mach-zehnder")
        .containsPattern("extinctionRatio +6 dB")
        .containsPattern("bandwidth +12.5 GHz")
        .containsPattern("insertionLoss +4.5 dB")
        .containsPattern("energyPerSymbol +50 fJ")
        .contains("source: published: SimPhony, configs/devices/photonics/mzm.yml")
        .doesNotContain("lt-mzm");
  }

  @Test
  void devicesShowTheirNumbers() {
    assertThat(Console.run("presets", "academia-digital-pd").out())
        .containsPattern("responsivity +1.1 A/W")
        .containsPattern("darkCurrent +25 nA");
    assertThat(Console.run("presets", "adc-sar-1").out())
        .containsPattern("power +14.8 mW")
        .contains("source: measured: ");
    assertThat(Console.run("presets", "mrrconfig-5um-hq").out())
        .containsPattern("statedWidth +0.2278 nm")
        .containsPattern("freeSpectralRange +32.02\\d+ nm")
        .contains("source: derived: ");
    assertThat(Console.run("presets", "lt-laser").out())
        .containsPattern("wallPlugEfficiency +0.2\n");
  }

  /** The published 106.717 mW/TOPS and 4.22 dB; the sums are ours. */
  @Test
  void coresShowTheirEnergy() {
    assertThat(Console.run("presets", "lt-b").out())
        .containsPattern("linkLoss +4.22 dB")
        .containsPattern("energyAt4Bits +106.717 mW/TOPS")
        .containsPattern("powerAt8Bits +50.9352 W")
        .contains("source: derived: ");
    assertThat(Console.run("presets", "optical-computing-centre").out())
        .containsPattern("energy +118.6 mW/TOPS")
        .contains("source: published: Xing et al.");
    assertThat(Console.run("presets", "example-118p6").out())
        .contains("example of ours, not the paper's");
  }

  @Test
  void assumedValuesSaySo() {
    assertThat(Console.run("presets", "tia-1").out())
        .containsPattern("noiseCurrent +10 pA/rtHz\n +source: assumed \\(unverified\\)")
        .containsPattern("power +3 mW\n +source: published");
    String assumed = Console.run("presets", "assumed-values").out();
    assertThat(assumed.lines().filter(line -> line.contains("source: assumed (unverified)")))
        .hasSize(5);
    assertThat(assumed).doesNotContain("published");
    assertThat(Console.run("presets", "lt-micro-comb").out())
        .containsPattern("insertionLoss +0 dB\n +source: assumed \\(unverified\\)");
  }

  /** What experiments may name is listed by the same name, with the licence of the weights. */
  @Test
  void shippedModelsShowTheirLicences() {
    for (String name : ShippedModels.names()) {
      Console console = Console.run("presets", name);
      assertThat(console.code()).as(console.err()).isEqualTo(ExitCode.DONE);
      assertThat(console.out())
          .startsWith(name + " (model)")
          .containsPattern("licence +Apache-2.0\n +source: trained on ")
          .contains("macs ", "parameters ");
    }
    assertThat(Console.run("presets", "mnist_cdcgan_generator").out())
        .containsPattern("macs +30300000 for each image")
        .contains("CC BY-SA 3.0");
  }

  @Test
  void networksAndAccountsSayWhatIsAssumed() {
    for (NetworkPreset network : MetroNetworks.all()) {
      String out = Console.run("presets", network.name()).out();
      assertThat(out).startsWith(network.name() + " (network)").contains("source: assumed");
      assertThat(out.lines().filter(line -> line.contains("source: ")))
          .hasSize(network.values().size());
    }
    String account = Console.run("presets", "account-values").out();
    assertThat(account)
        .containsPattern("energy of main memory +31.2 pJ/byte\n +source: published")
        .containsPattern("energy of a bit sent +20 pJ\n +source: assumed \\(unverified\\)");
    assertThat(account.lines().filter(line -> line.contains("source: ")))
        .hasSize(AccountPresets.all().size());
  }

  /** Three statements of the paper; what it leaves open is not filled in by a listing. */
  @Test
  void theScenarioTellsWhatIsUnknown() {
    String out = Console.run("presets", "xing-2025").out();
    assertThat(out).contains("118.6 mW/TOPs").containsPattern("fibreLength +unknown");
    long unknown = out.lines().filter(line -> line.matches(" +\\w+ +unknown")).count();
    assertThat(unknown).isEqualTo(CloudScenarios.paper().unknown().size()).isPositive();
  }

  @Test
  void unknownNamesAreRefusedWithTheNearest() {
    Console console = Console.run("presets", "lt-mzn");
    assertThat(console.code()).isNotEqualTo(ExitCode.DONE);
    assertThat(console.err()).contains("unknown preset 'lt-mzn'").contains("did you mean 'lt-mzm'");
  }
}
