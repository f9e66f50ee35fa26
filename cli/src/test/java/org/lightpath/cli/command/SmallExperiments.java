package org.lightpath.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Experiments that take a moment only. */
final class SmallExperiments {
  static final String PULSE =
      """
      kind: pulse
      fibre:
        attenuation: 0 dB/km
        beta2: -20 ps^2/km
        gamma: 1.3 /W/km
      length: 5 km
      pulse:
        shape: sech
        t0: 10 ps
        solitonOrder: 1
      grid:
        window: 400 ps
        samples: 512
      steps:
        rule: uniform
        count: 40
      saves: 4
      reference: soliton
      """;

  static final String LINK =
      """
      kind: link
      transmitter:
        channels: 1
        symbolRate: 32 GBd
        format: QPSK
        power: [0 dBm, 3 dBm]
        symbols: 256
        samplesPerSymbol: 4
      spans:
        count: 3
        length: 80 km
        fibre: smf
      """;

  /** A sideband at the peak of the gain, cosh²(γP₀L) = cosh²(1) = 2.381. */
  static final String WAVE =
      """
      kind: pulse
      fibre:
        attenuation: 0 dB/km
        beta2: -20 ps^2/km
        gamma: 2 /W/km
      length: 0.5 km
      pulse:
        shape: cw
        peakPower: 1 W
        sideband:
          detuning: 71.1763 GHz
          power: -60 dBm
      grid:
        window: 1 ns
        samples: 512
      steps:
        rule: uniform
        count: 200
      saves: 4
      reference: modulation-instability
      """;

  private SmallExperiments() {}

  static Path write(Path folder, String text) throws IOException {
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(file, text);
    return file;
  }
}
