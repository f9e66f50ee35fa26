package org.lightpath.cloud.account;

import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.device.Constants;
import org.lightpath.photonic.device.Laser;
import org.lightpath.photonic.device.Photodiode;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.ElectronicBaselines;
import org.lightpath.photonic.energy.LinkBudget;
import org.lightpath.photonic.energy.TileShape;
import org.lightpath.photonic.energy.published.LighteningDesign;
import org.lightpath.photonic.energy.published.Scenarios;

/**
 * Default numbers of accounts, each with its source. Assumed ones are nobody's: they stand for what
 * a reader would put there, and a run should set its own.
 */
public final class AccountPresets {
  private static final Provenance LIGHTENING_MEMORY =
      Provenance.published(
          "Lightening-Transformer, default.yaml, for 2 byte; SimPhony enters twice as much for main memory");
  private static final Provenance LIGHTNING =
      Provenance.published("A100 as entered in the artefact of Lightning (SIGCOMM 2023)");

  /** Light at an output for one threshold: −25 dBm, sensitivity of LT_PD. */
  public static final Value SENSITIVITY =
      new Value(
          "sensitivity of a receiver",
          Photodiode.LT_SENSITIVITY_DBM,
          "dBm",
          Provenance.published("SimPhony, photodetector.yml; received power is 2^bits times it"));

  /** Optical over electrical power of lasers. */
  public static final Value WALL_PLUG =
      new Value(
          "wall-plug efficiency of lasers",
          Laser.LT_WALL_PLUG_EFFICIENCY,
          "",
          Provenance.published(
              "Lightening-Transformer, default.yaml; SimPhony, on_chip_laser.yml"));

  /** Share of the inputs' light at an output. */
  public static final Value INPUT_SHARE =
      new Value(
          "share of the inputs' light", 0.5, "", Provenance.assumed("both streams of equal power"));

  /** Main memory. */
  public static final Value MAIN_MEMORY =
      new Value("energy of main memory", 62.4e-12 / 2, "J/byte", LIGHTENING_MEMORY);

  /** Buffer beside a converter. */
  public static final Value BUFFER =
      new Value("energy of the local buffer", 0.92e-12 / 2, "J/byte", LIGHTENING_MEMORY);

  /** Rate of main memory: 1 TiB/s. */
  public static final Value MAIN_RATE =
      new Value(
          "rate of main memory",
          Math.pow(1024, 4),
          "byte/s",
          Provenance.published("Lightening-Transformer, SRAM.py: main memory to chip"));

  /** Element-wise operation. */
  public static final Value OPERATION =
      new Value(
          "energy of a digital operation",
          0.1e-12,
          "J",
          Provenance.published("Lightening-Transformer, utils/model.py"));

  /** Rate of the digital processor: 6912 cores at 1.41 GHz. */
  public static final Value OPERATION_RATE =
      new Value("rate of the digital processor", 6912 * 1.41e9, "1/s", LIGHTNING);

  /** A multiply–accumulate on it in FP32: 25.65 pJ. */
  public static final Value DIGITAL_MAC =
      new Value(
          "energy of a digital multiply-accumulate, FP32",
          ElectronicBaselines.a100CudaCores().joulesPerMac(),
          "J",
          LIGHTNING);

  /** Delay of each converter and of the receiver. */
  public static final Value PART_DELAY =
      new Value(
          "delay of DAC, receiver and ADC, each",
          1e-9,
          "s",
          Provenance.assumed("a few symbols; the converters' sources state no latency"));

  /** Light through the core. */
  public static final Value FLIGHT =
      new Value(
          "flight through the core", 0.1e-9, "s", Provenance.assumed("about 1 cm of waveguide"));

  /** Length of the example's fibre. */
  public static final Value FIBRE_LENGTH =
      new Value("length of fibre", 20e3, "m", Provenance.assumed("our example, not the paper's"));

  /** Group index of single-mode fibre at 1550 nm. */
  public static final Value GROUP_INDEX =
      new Value(
          "group index of fibre",
          1.468,
          "",
          Provenance.assumed("usual for silica fibre at 1550 nm; no source looked up"));

  /** Loss of the example's path. */
  public static final Value PATH_LOSS =
      new Value(
          "loss of a path",
          Scenarios.EXAMPLE_LINK_DECIBELS,
          "dB",
          Provenance.assumed("our example, not the paper's: 20 km at 0.2 dB/km and 0.96 dB"));

  /** Transceivers of both ends. */
  public static final Value BIT_ENERGY =
      new Value(
          "energy of a bit sent",
          20e-12,
          "J",
          Provenance.assumed("order of pluggable transceivers; no source looked up"));

  /** Rate of a transceiver. */
  public static final Value BIT_RATE =
      new Value(
          "rate of transceivers", 100e9, "bit/s", Provenance.assumed("one 100 Gbit/s client"));

  private AccountPresets() {}

  /**
   * A number with its source.
   *
   * @param name what it is
   * @param value the number
   * @param unit of the number, empty for none
   * @param provenance where it comes from
   */
  public record Value(String name, double value, String unit, Provenance provenance) {
    /** Checks that nothing is missing. */
    public Value {
      Objects.requireNonNull(name);
      Objects.requireNonNull(unit);
      Objects.requireNonNull(provenance);
    }
  }

  /** All of them, for listings. Devices of the core have their own sources. */
  public static List<Value> all() {
    return List.of(
        SENSITIVITY,
        WALL_PLUG,
        INPUT_SHARE,
        MAIN_MEMORY,
        BUFFER,
        MAIN_RATE,
        OPERATION,
        OPERATION_RATE,
        DIGITAL_MAC,
        PART_DELAY,
        FLIGHT,
        FIBRE_LENGTH,
        GROUP_INDEX,
        PATH_LOSS,
        BIT_ENERGY,
        BIT_RATE);
  }

  /** LT-B (4 tiles of 2 cores, 12 × 12 outputs, 12 wavelengths, 5 GHz) that integrates 3 cycles. */
  public static CoreDesign core(int bits) {
    CoreDesign peak = LighteningDesign.base(bits).core();
    TileShape tile = LighteningDesign.TILE;
    return new CoreDesign(
        peak.name(),
        new CoreDesign.Array(tile, peak.array().cores()),
        peak.operation(),
        peak.reuse(),
        peak.parts());
  }

  /**
   * Hardware around a core, lasers sized as Lightening-Transformer does: sensitivity times 2^bits.
   */
  public static CentreHardware hardware(CoreDesign core) {
    return new CentreHardware(
        core,
        new CentreHardware.Lasers(
            LinkBudget.thresholdPower(SENSITIVITY.value, core.operation().bits()),
            INPUT_SHARE.value,
            LighteningDesign.link(),
            WALL_PLUG.value,
            Double.POSITIVE_INFINITY),
        new CentreHardware.Memory(MAIN_MEMORY.value, BUFFER.value, MAIN_RATE.value),
        new CentreHardware.Processor(
            OPERATION.value, OPERATION_RATE.value, DIGITAL_MAC.value, OPERATION_RATE.value),
        new CentreHardware.Delays(
            PART_DELAY.value, FLIGHT.value, PART_DELAY.value, PART_DELAY.value));
  }

  /** One path of the example for every stream: 20 km, 4.96 dB, 97.9 µs, no amplifier. */
  public static CloudPaths paths() {
    double delay = FIBRE_LENGTH.value * GROUP_INDEX.value / Constants.SPEED_OF_LIGHT;
    return new CloudPaths(
        StreamPath.passive("edge node to centre", PATH_LOSS.value, delay),
        StreamPath.passive("model node to centre", PATH_LOSS.value, delay),
        StreamPath.passive("centre to edge node", PATH_LOSS.value, delay),
        new CloudPaths.DigitalLink(BIT_ENERGY.value, BIT_RATE.value, 8));
  }

  /**
   * One inference at a time, activations at the centre, weights on schedule, idle power off, signed
   * detection.
   */
  public static ServiceRules rules() {
    return new ServiceRules(
        1,
        ServiceRules.Activations.AT_CENTRE,
        ServiceRules.WeightArrival.SCHEDULED,
        ServiceRules.IdlePower.OFF,
        1);
  }

  /** All of the above at so many bits. */
  public static CloudSetting setting(int bits) {
    return new CloudSetting(hardware(core(bits)), paths(), rules());
  }
}
