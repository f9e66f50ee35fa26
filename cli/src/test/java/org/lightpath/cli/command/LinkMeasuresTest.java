package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.datasets.table.ArrowFile;
import org.lightpath.datasets.table.Table;

/** What a link run tells of powers and ratios, where filters and gains are not the usual ones. */
class LinkMeasuresTest {
  private static final String COMB =
      """
      kind: link
      transmitter:
        channels: 3
        spacing: 50 GHz
        symbolRate: 32 GBd
        format: QPSK
        power: 0 dBm
        symbols: 256
        samplesPerSymbol: 8
      spans:
        count: 2
        length: 80 km
        fibre: smf
      receiver:
        channels: all
      """;

  private static final String SINGLE =
      SmallExperiments.LINK.replace("power: [0 dBm, 3 dBm]", "power: 0 dBm");

  @TempDir Path folder;

  private Table run(String text) throws IOException {
    Path out = folder.resolve("run" + folder.toFile().list().length);
    String file = SmallExperiments.write(folder, text).toString();
    assertThat(Console.run("run", file, "--out", out.toString()).code()).isZero();
    return ArrowFile.read(out.resolve("results.arrow"));
  }

  @Test
  void aFilterCountsInTheOsnr() throws IOException {
    Table open = run(COMB);
    Table filtered = run(COMB + "filter: {bandwidth: 60 GHz}\n");
    assertThat(open.reals("osnr_dB")[0]).isCloseTo(33.98, within(0.01));
    // The channel at −50 GHz is outside; the one in the middle is where the filter is flat.
    assertThat(filtered.reals("osnr_dB")[0]).isLessThan(0);
    assertThat(filtered.reals("osnr_dB")[1]).isCloseTo(open.reals("osnr_dB")[1], within(1e-9));
  }

  @Test
  void theGnModelIsSilentWhereFiltersCutIntoChannels() throws IOException {
    double[] open = run(COMB).reals("gnSnr_dB");
    assertThat(open).doesNotContain(Double.NaN);
    assertThat(run(COMB + "filter: {bandwidth: 60 GHz}\n").reals("gnSnr_dB"))
        .containsOnly(Double.NaN);
    assertThat(run(COMB + "filter: {shape: rectangular, bandwidth: 200 GHz}\n").reals("gnSnr_dB"))
        .isEqualTo(open);
  }

  /** 2 dB are lost in each of three spans; back-propagation gives them back to the symbols only. */
  @Test
  void theReceivedPowerIsThatOfTheFieldThatArrived() throws IOException {
    String text = SINGLE + "amplifier: {noiseFigure: 5 dB, gain: 14 dB}\n";
    Table plain = run(text);
    Table undone = run(text + "receiver: {backPropagation: {}}\n");
    assertThat(plain.reals("receivedPower_dBm")[0]).isCloseTo(-6, within(0.05));
    assertThat(undone.reals("receivedPower_dBm")[0])
        .isCloseTo(plain.reals("receivedPower_dBm")[0], within(1e-9));
    assertThat(undone.reals("snr_dB")[0]).isGreaterThan(20);
  }

  private static String compensated(String gain) {
    return SINGLE + "  compensation: {fibre: dcf}\namplifier: {preset: edfa, gain: " + gain + "}\n";
  }

  /**
   * A gain that is given is that of the fibre's amplifier; the module's makes up for the module.
   */
  @Test
  void aModulesAmplifierMakesUpForTheModule() throws IOException {
    assertThat(run(compensated("16 dB")).reals("receivedPower_dBm")[0]).isCloseTo(0, within(0.05));
    assertThat(run(compensated("auto")).reals("receivedPower_dBm")[0]).isCloseTo(0, within(0.05));
  }

  @Test
  void aNetGainIsWarnedAbout() throws IOException {
    String file = SmallExperiments.write(folder, compensated("17 dB")).toString();
    assertThat(Console.run("validate", file).err())
        .contains("warning: amplifier.gain leaves each span with a net gain of 1.000 dB")
        .contains("3.000 dB add up over 3 spans")
        .contains("'gain: auto'");
    String even = SmallExperiments.write(folder, compensated("16 dB")).toString();
    assertThat(Console.run("validate", even).err()).isEmpty();
  }
}
