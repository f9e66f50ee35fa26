package org.lightpath.cli.command;

/** Clouds that take seconds: few samples over short windows. */
final class SmallClouds {
  /** A generator over one fibre, whose light is amplified before it is split. */
  static final String GENERATOR =
      """
      kind: cloud
      model:
        name: mnist_cdcgan_generator
        samples: 8
        batch: 8
      network:
        preset: point-to-point
        gridSpacing: 50 GHz
      light:
        launchPower: 3 dBm
        symbolRate: 10 GBd
        linewidth: 10 kHz
        neighbours: 0
        centreGain: 15 dB
        trainingSymbols: 4000
      modulator:
        bits: 8
      core:
        rows: 16
        columns: 16
        integrationLength: 512
        noiseCurrent: 5 pA/rtHz
        bits: 8
      execution:
        scaling: channel
        calibrationSamples: 8
      precision: single
      """;

  /** A network of the experiment's own, one fibre from an edge node to the centre. */
  static final String OWN_NETWORK =
      GENERATOR.replace(
          "  preset: point-to-point\n",
          """
            nodes:
              - {name: here, kind: edge}
              - {name: there, kind: centre}
            links:
              - {from: here, to: there, length: 20 km}
          """);

  /** The classifier on random inputs: outputs are compared as numbers. */
  static final String CLASSIFIER =
      GENERATOR
          .replace("mnist_cdcgan_generator", "mnist_classifier")
          .replace("samples: 8\n  batch: 8", "samples: 4\n  batch: 4");

  /** A generator whose requests never meet: one a second, each over in milliseconds. */
  static final String TRAFFIC =
      GENERATOR.replace("samples: 8\n  batch: 8", "samples: 1\n  batch: 1")
          + """
          traffic:
            requestRate: 1 Hz
            arrivals: regular
            requests: 1000
          """;

  private SmallClouds() {}
}
