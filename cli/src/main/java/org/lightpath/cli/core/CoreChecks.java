package org.lightpath.cli.core;

import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Values;
import org.lightpath.photonic.core.PhaseNoise;
import org.lightpath.photonic.core.ReadoutCircuit;

/** Finds what does not go together in a core experiment, at the key that a person would change. */
final class CoreChecks {
  private final Values values;
  private final Values chip;
  private final Values product;
  private final Values light;
  private final Values modulator;
  private final Values receiver;
  private final ChipKeys.Type type;
  private final Problems problems;

  CoreChecks(Values values, Problems problems) {
    this.values = values;
    this.chip = values.get(CoreKeys.CORE);
    this.product = values.get(CoreKeys.PRODUCT);
    this.light = values.get(CoreKeys.LIGHT);
    this.modulator = values.get(CoreKeys.MODULATOR);
    this.receiver = values.get(CoreKeys.RECEIVER);
    this.type = chip.get(ChipKeys.TYPE);
    this.problems = problems;
  }

  /** Records every problem that it finds. */
  void check() {
    checkExtents();
    checkIntegration();
    checkShot();
    checkModulator();
    checkSkew();
    checkShare("core", chip, ChipKeys.COUPLING);
    checkShare("core", chip, ChipKeys.CELL_CROSSTALK);
    checkLoop();
    checkWithoutEffect();
    checkHardware();
  }

  private void checkLoop() {
    if (chip.find(ChipKeys.LINEWIDTH).isPresent() && chip.find(ChipKeys.LOOP_TIME).isEmpty()) {
      problems.error(
          chip.place(ChipKeys.LINEWIDTH),
          "core.linewidth is given, but core.loopTime is missing",
          "set the time constant of carrier recovery, or the delay between two paths of one laser");
    }
  }

  private boolean withoutLight() {
    return light.find(CoreKeys.PHOTONS).isEmpty() && light.find(CoreKeys.SNR).isEmpty();
  }

  private void checkExtents() {
    long rows = product.get(CoreKeys.ROWS);
    long columns = product.get(CoreKeys.COLUMNS);
    long inner = product.get(CoreKeys.INNER);
    long largest = Math.max(rows * columns, Math.max(rows, columns) * inner);
    if (largest > Integer.MAX_VALUE) {
      problems.error(
          product.place(),
          "product: a matrix of M = %d, N = %d, K = %d has %d elements, expected at most %d"
              .formatted(rows, columns, inner, largest, Integer.MAX_VALUE),
          "make product.rows, columns or inner smaller");
    }
  }

  private void checkIntegration() {
    CoreParts parts = new CoreParts(values, 0);
    int terms = parts.integrationLength();
    int parallel = parts.parallel();
    if (type == ChipKeys.Type.MESH && terms != parallel) {
      problems.error(
          receiver.place(CoreKeys.INTEGRATION),
          "receiver.integrationLength is %d, but core.inputs is %d: a mesh sums over its inputs"
              .formatted(terms, parallel),
          "remove it, or set core.inputs");
    } else if (terms % parallel != 0) {
      problems.error(
          receiver.place(CoreKeys.INTEGRATION),
          "receiver.integrationLength is %d, not a multiple of the %d wavelengths that each symbol"
                  .formatted(terms, parallel)
              + " carries",
          "take %d, or another multiple"
              .formatted(parallel * Math.max(1, Math.round((float) terms / parallel))));
    }
    long inner = product.get(CoreKeys.INNER);
    if (!product.get(CoreKeys.TILING) && inner > terms) {
      problems.error(
          product.place(CoreKeys.TILING),
          "product.tiling is false, but product.inner is K = %d and one readout sums at most %d"
                  .formatted(inner, terms)
              + " terms",
          "switch tiling on, or set receiver.integrationLength to %d or more".formatted(inner));
    }
  }

  private void checkShot() {
    if (receiver.get(CoreKeys.SHOT) != ReadoutCircuit.Shot.COUNTED) {
      return;
    }
    boolean perUse =
        chip.find(ChipKeys.CORRELATION).filter(PhaseNoise.Correlation.USE::equals).isPresent()
            && (chip.given(ChipKeys.PHASE_NOISE) || chip.given(ChipKeys.LINEWIDTH));
    if (type == ChipKeys.Type.MESH) {
      refuseCounting(
          "core.type is mesh, whose local oscillator has no countable photons", "take gaussian");
    } else if (withoutLight()) {
      refuseCounting(
          "light.photonsPerMac is missing: without it there is no number of photons to count",
          "set light.photonsPerMac, or take gaussian");
    } else if (perUse) {
      refuseCounting(
          "core.phaseCorrelation is use, which makes a normal variance of phase noise that counted"
              + " photons cannot hold",
          "take gaussian, or phaseCorrelation: symbol");
    }
  }

  private void refuseCounting(String reason, String action) {
    problems.error(
        receiver.place(CoreKeys.SHOT), "receiver.shot is counted, but " + reason, action);
  }

  private void checkModulator() {
    double memory = new CoreParts(values, 0).memory();
    boolean refused = type == ChipKeys.Type.COHERENT_WDM || type == ChipKeys.Type.MESH;
    if (refused && memory > CoreParts.NEGLIGIBLE_MEMORY) {
      problems.error(
          modulator.place(CoreKeys.BANDWIDTH),
          ("modulator.bandwidth makes a symbol keep %.2g of the one before, which is modelled in a"
                  + " homodyne core only")
              .formatted(memory),
          "lower light.symbolRate, or raise the bandwidth");
    }
    if (modulator.given(CoreKeys.EXTINCTION) && type == ChipKeys.Type.MESH) {
      refuse(
          modulator,
          CoreKeys.EXTINCTION,
          "modulator.extinctionRatio is not modelled for a mesh, whose inputs are perfect apart from"
              + " bits and noise");
    }
  }

  private void checkSkew() {
    double rate = light.get(CoreKeys.SYMBOL_RATE);
    double symbols = chip.find(ChipKeys.SKEW).orElse(0.0) * rate;
    if (symbols > 1) {
      problems.error(
          chip.place(ChipKeys.SKEW),
          "core.skew is %.4g symbols at light.symbolRate, expected at most one, %.4g s"
              .formatted(symbols, 1 / rate),
          "delay the streams by whole symbols before");
    }
  }

  /** Defaults may stand in a file that is run again; other values would be ignored in silence. */
  private void checkWithoutEffect() {
    boolean interferes = type == ChipKeys.Type.HOMODYNE || type == ChipKeys.Type.COHERENT_WDM;
    if (!interferes && light.get(CoreKeys.SHARE) != 0.5) {
      refuse(
          light,
          CoreKeys.SHARE,
          "light.leftShare would have no effect with this core.type: only its inputs are light");
    }
    if (withoutLight() && receiver.get(CoreKeys.THERMAL) > 0) {
      problems.error(
          receiver.place(CoreKeys.THERMAL),
          "receiver.noiseCurrent would have no effect without light.photonsPerMac: light without end"
              + " drowns it",
          "set light.photonsPerMac, or remove it");
    }
    if (receiver.find(CoreKeys.ADC_BITS).isEmpty() && receiver.get(CoreKeys.ADC_RANGE) != 4) {
      problems.error(
          receiver.place(CoreKeys.ADC_RANGE),
          "receiver.range would have no effect without receiver.bits",
          "set receiver.bits, or remove it");
    }
  }

  private void refuse(Values section, Key<?> key, String message) {
    problems.error(section.place(key), message, "remove it");
  }

  private void checkHardware() {
    if (values.find(HardwareKeys.HARDWARE).isEmpty()) {
      return;
    }
    if (values.find(HardwareKeys.ARCHITECTURE).isPresent()) {
      problems.error(
          values.place(HardwareKeys.HARDWARE),
          "both hardware and architecture are given",
          "a published architecture brings its own hardware; leave one out");
    } else if (withoutLight()) {
      problems.error(
          values.place(HardwareKeys.HARDWARE),
          "hardware needs light.photonsPerMac or light.snr: without it the laser's power is unknown",
          "set light.photonsPerMac or light.snr");
    }
    if (type != ChipKeys.Type.HOMODYNE && type != ChipKeys.Type.COHERENT_WDM) {
      problems.error(
          values.place(HardwareKeys.HARDWARE),
          "hardware is modelled for homodyne and coherent-wdm cores, in which both operands are"
              + " modulated light; core.type is another",
          "remove it");
    }
    Values hardware = values.get(HardwareKeys.HARDWARE);
    checkShare("hardware", hardware, HardwareKeys.WALL_PLUG);
    checkShare("hardware", hardware, HardwareKeys.QUANTUM);
  }

  private void checkShare(String name, Values section, Key<Double> key) {
    double share = section.find(key).orElse(0.0);
    if (share > 1) {
      problems.error(
          section.place(key),
          "%s.%s is %.4g, expected at most 1 (100 %%)".formatted(name, key.name(), share),
          "give it as a share or in decibels");
    }
  }
}
