package org.lightpath.cli.command;

/** Matrix cores and meshes that take a moment only. */
final class SmallCores {
  /** Shot noise alone, at three amounts of light. */
  static final String HOMODYNE =
      """
      kind: core
      core:
        type: homodyne
      product: {rows: 64, columns: 64, inner: 64}
      light:
        photonsPerMac: [1, 10, 1000]
        symbolRate: 10 GBd
      hardware:
        rows: 64
        columns: 64
      draws: 4
      """;

  /** Converters and dispersive couplers, at the bits of a published system. */
  static final String COHERENT =
      """
      kind: core
      core:
        type: coherent-wdm
        wavelengths: 12
        spacing: 0.4 nm
      product: {rows: 32, columns: 32, inner: 48}
      light:
        photonsPerMac: 3000
      modulator:
        bits: 4
      receiver:
        bits: 8
        noiseCurrent: 10 pA/rtHz
      architecture:
        name: lightening-transformer
      draws: 2
      """;

  /** Rings, at three distances of their channels. */
  static final String WEIGHT_BANK =
      """
      kind: core
      core:
        type: weight-bank
        wavelengths: 8
        spacing: [0.4 nm, 0.8 nm, 1.6 nm]
        ringWidth: 0.1 nm
      product: {rows: 32, columns: 16, inner: 32}
      draws: 1
      """;

  /** Intensities with crosstalk of cells, beside a published system. */
  static final String INCOHERENT =
      """
      kind: core
      core:
        type: incoherent-wdm
        wavelengths: 21
        cellCrosstalk: -30 dB
      product: {rows: 32, columns: 32, inner: 42}
      light:
        photonsPerMac: 1000
      architecture:
        name: albireo
      draws: 2
      """;

  /** Weights in an interferometer mesh whose couplers are wrong. */
  static final String MESH_CORE =
      """
      kind: core
      core:
        type: mesh
        inputs: 16
        splitter: [0 rad, 0.02 rad]
      product: {rows: 32, columns: 16, inner: 32}
      light:
        photonsPerMac: 10000
      draws: 2
      """;

  /** Two arrangements, every pair of two errors. */
  static final String MESH =
      """
      kind: mesh
      mesh:
        modes: 16
        layout: [clements, reck]
      errors:
        splitter: [0 rad, 0.05 rad]
        phase: [0 rad, 0.05 rad]
        combine: grid
      chips: 40
      """;

  private SmallCores() {}
}
