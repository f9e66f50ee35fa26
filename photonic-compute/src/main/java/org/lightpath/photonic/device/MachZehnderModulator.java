package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Mach–Zehnder modulator in push-pull.
 *
 * <p>With the phase difference φ = πV/V_π the field transmission is t = √IL·[cos(φ/2) +
 * j·ER^(−1/2)·sin(φ/2)], and the power transmission |t|² = IL·[1/ER + (1 − 1/ER)·cos²(φ/2)]: IL at
 * the maximum, IL/ER at the null. A number is carried by the in-phase part of the field (signed,
 * swing 2V_π about the null) or by the power (swing V_π).
 *
 * <p>The converter's levels are uniform in voltage, not in the encoded number: see {@link
 * EncodingTable}.
 *
 * @param name as in the source
 * @param optics V_π, ER, IL, bandwidth
 * @param drive electrical cost
 * @param footprint on the chip
 * @param provenance where the numbers come from
 */
public record MachZehnderModulator(
    String name,
    ModulatorOptics optics,
    ModulatorDrive drive,
    Footprint footprint,
    Provenance provenance)
    implements Device {
  private static final Provenance SIMPHONY =
      Provenance.published("SimPhony, configs/devices/photonics/mzm.yml; V_pi is not stated there");

  /** LT_MZM: IL 1.2 dB, ER 10 dB, 450 fJ/bit, 12.5 GHz, 260 µm × 20 µm. */
  public static final MachZehnderModulator LT_MZM =
      new MachZehnderModulator(
          "LT_MZM",
          ModulatorOptics.decibels(10, 1.2, 12.5e9),
          new ModulatorDrive(450e-15, 0),
          Footprint.micrometres(260, 20),
          SIMPHONY);

  /** SL_MZM, slow light: IL 4.5 dB, ER 6 dB, 50 fJ/bit, 12.5 GHz, 250 µm × 25 µm. */
  public static final MachZehnderModulator SL_MZM =
      new MachZehnderModulator(
          "SL_MZM",
          ModulatorOptics.decibels(6, 4.5, 12.5e9),
          new ModulatorDrive(50e-15, 0),
          Footprint.micrometres(250, 25),
          SIMPHONY);

  /** ACADEMIA_EO_MZM_2x2: IL 3 dB, ER 15 dB, 450 fJ/bit, 12.5 GHz, 1600 µm × 460 µm. */
  public static final MachZehnderModulator ACADEMIA_MZM =
      new MachZehnderModulator(
          "ACADEMIA_EO_MZM_2x2",
          ModulatorOptics.decibels(15, 3, 12.5e9),
          new ModulatorDrive(450e-15, 0),
          Footprint.micrometres(1600, 460),
          SIMPHONY);

  /** Checks that nothing is missing. */
  public MachZehnderModulator {
    Objects.requireNonNull(name);
    Objects.requireNonNull(optics);
    Objects.requireNonNull(drive);
    Objects.requireNonNull(footprint);
    Objects.requireNonNull(provenance);
  }

  /** The same modulator with a half-wave voltage [V]. */
  public MachZehnderModulator withHalfWaveVoltage(double volts) {
    return new MachZehnderModulator(
        name, optics.withHalfWaveVoltage(volts), drive, footprint, provenance);
  }

  /**
   * Power transmission IL·[1/ER + (1 − 1/ER)·cos²(φ/2)].
   *
   * @param phase φ [rad]
   */
  public double intensityTransmission(double phase) {
    double cosine = Math.cos(phase / 2);
    double floor = 1 / optics.extinctionRatio();
    return optics.transmission() * (floor + (1 - floor) * cosine * cosine);
  }

  /**
   * In-phase part of the field transmission, √IL·cos(φ/2).
   *
   * @param phase φ [rad]
   */
  public double fieldInPhase(double phase) {
    return Math.sqrt(optics.transmission()) * Math.cos(phase / 2);
  }

  /**
   * Quadrature part of the field transmission, √IL·ER^(−1/2)·sin(φ/2): the residue that a finite
   * extinction ratio leaves.
   *
   * @param phase φ [rad]
   */
  public double fieldQuadrature(double phase) {
    return Math.sqrt(optics.transmission() / optics.extinctionRatio()) * Math.sin(phase / 2);
  }

  /**
   * Phase φ = πV/V_π + φ₀ [rad].
   *
   * @param voltage V [V]
   * @param bias φ₀ [rad]
   * @throws IllegalStateException if the half-wave voltage is not known
   */
  public double phase(double voltage, double bias) {
    return Math.PI * voltage / halfWaveVoltage() + bias;
  }

  /**
   * Voltage a driver must swing for the full range [V]: 2V_π for the field, V_π for the intensity.
   *
   * @throws IllegalStateException if the half-wave voltage is not known
   */
  public double fullSwing(Encoding encoding) {
    return encoding == Encoding.FIELD ? 2 * halfWaveVoltage() : halfWaveVoltage();
  }

  /**
   * Symbol memory ρ = exp(−2π·f₃dB/f_s) of the single pole: x_eff[k] = (1 − ρ)·Σ_m ρ^m·x[k − m].
   *
   * @param symbolRate f_s [1/s]
   */
  public double symbolMemory(double symbolRate) {
    return ModulatorOptics.symbolMemory(optics.bandwidth(), symbolRate);
  }

  /**
   * Encoded number of every word of a converter, without loss and residue; see {@link
   * EncodingTable}.
   *
   * @param bits b of the converter
   * @param encoding what carries the number: levels in [−1, 1] or [0, 1]
   * @param preDistorted whether a table before the converter undoes the cosine
   */
  public double[] encodedLevels(int bits, Encoding encoding, boolean preDistorted) {
    return EncodingTable.levels(bits, encoding, preDistorted);
  }

  /**
   * Quadrature residue ER^(−1/2)·sin(φ/2) of every word of a field encoding, relative to the field
   * at the maximum. It is not negative over the swing from φ = 0 to 2π.
   *
   * @param bits b of the converter
   * @param preDistorted whether a table before the converter undoes the cosine
   */
  public double[] quadratureResidues(int bits, boolean preDistorted) {
    double[] levels = EncodingTable.levels(bits, Encoding.FIELD, preDistorted);
    double leak = 1 / Math.sqrt(optics.extinctionRatio());
    for (int k = 0; k < levels.length; k++) {
      // φ/2 is in [0, π] over the swing, so its sine is the positive root.
      levels[k] = leak * Math.sqrt(Math.max(0, 1 - levels[k] * levels[k]));
    }
    return levels;
  }

  /** Power at the null relative to that at the maximum, 1/ER: what the number zero still sends. */
  public double intensityFloor() {
    return 1 / optics.extinctionRatio();
  }

  private double halfWaveVoltage() {
    return optics
        .halfWaveVoltage()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "modulator %s: no half-wave voltage is known, expected one; set it by withHalfWaveVoltage"
                        .formatted(name)));
  }
}
