package org.lightpath.cli.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.kind.ExperimentFile;
import org.lightpath.cloud.account.CentreHardware;
import org.lightpath.cloud.fidelity.FullScaleLight;
import org.lightpath.cloud.fidelity.StreamSpec;

/** Photons and received power at full scale against the budget by hand. */
class CentreLightTest {
  private static final double ROUNDING = 1e-12;
  private static final double PLANCK = 6.62607015e-34;

  /** A weight meets 64 outputs, an input 16; 3 dB of chip, half an electron a photon. */
  private static final String EXPERIMENT =
      """
      kind: cloud
      model: {name: mnist_cdcgan_generator, samples: 10, batch: 10}
      network: {preset: metro-ring}
      light: {launchPower: 1 mW, symbolRate: 10 GBd, compensated: true, centreGain: 15 dB}
      core: {rows: 64, columns: 16, integrationLength: 512, loss: 3.0103 dB, quantumEfficiency: 0.5}
      """;

  @TempDir private Path folder;

  private CloudCase made() throws Exception {
    Path file = Files.writeString(folder.resolve("centre.yaml"), EXPERIMENT);
    ExperimentFile experiment = ExperimentFile.load(file, List.of());
    return new CloudSetup(experiment.values(), folder, new Problems())
        .prepare()
        .orElseThrow()
        .cases()
        .getFirst();
  }

  /** P G η / (L · outputs · hν R). */
  private static double electrons(StreamSpec stream, int outputs) {
    double photons = 1e-3 * stream.path().netGain() / (PLANCK * stream.path().carrier() * 10e9);
    return 0.5 * photons / (Math.pow(10, 0.30103) * outputs);
  }

  @Test
  void aSymbolIsSplitToTheOutputsThatShareIt() throws Exception {
    CloudCase what = made();
    StreamSpec edge = what.streams().edge();
    StreamSpec store = what.streams().store();
    FullScaleLight weightsLeft =
        CentreMaker.light(
            what, new PairedStreams.Pair(CloudCase.Source.STORE, CloudCase.Source.EDGE, true));
    FullScaleLight weightsRight =
        CentreMaker.light(
            what, new PairedStreams.Pair(CloudCase.Source.EDGE, CloudCase.Source.STORE, false));
    double weights = electrons(store, 64);
    double inputs = electrons(edge, 16);
    assertThat(weightsLeft.left()).isCloseTo(weights, within(ROUNDING * weights));
    assertThat(weightsLeft.right()).isCloseTo(inputs, within(ROUNDING * inputs));
    assertThat(weightsRight.left()).isEqualTo(weightsLeft.right());
    assertThat(weightsRight.right()).isEqualTo(weightsLeft.left());
    // A milliwatt is 7.8e5 photons in 100 ps: the budget is of that order, not of a joule.
    assertThat(weights).isBetween(10.0, 1e6);
  }

  @Test
  void theAccountReceivesWhatTheFibreBrings() throws Exception {
    CloudCase what = made();
    CentreHardware.Lasers lasers = what.setting().hardware().lasers();
    double chip = Math.pow(10, -0.30103);
    double inputs = 1e-3 * what.streams().edge().path().netGain() * chip / 16;
    double weights = 1e-3 * what.streams().store().path().netGain() * chip / 64;
    assertThat(lasers.receivedPower())
        .isCloseTo(inputs + weights, within(ROUNDING * (inputs + weights)));
    assertThat(lasers.inputShare()).isCloseTo(inputs / (inputs + weights), within(ROUNDING));
  }
}
