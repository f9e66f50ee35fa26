package org.lightpath.photonic.energy;

import java.util.Objects;
import org.lightpath.photonic.device.AnalogDigitalConverter;
import org.lightpath.photonic.device.DigitalAnalogConverter;
import org.lightpath.photonic.device.ModulatorDrive;
import org.lightpath.photonic.device.Photodiode;
import org.lightpath.photonic.device.Require;
import org.lightpath.photonic.device.TransimpedanceAmplifier;
import org.lightpath.photonic.receiver.Photons;

/**
 * A set of equal photonic cores that multiply two streams of operands.
 *
 * @param name of the design
 * @param array shape of a core and how many there are
 * @param operation clock, bits, what is counted
 * @param reuse how many multiply–accumulates share a device
 * @param parts the devices
 */
public record CoreDesign(String name, Array array, Operation operation, Reuse reuse, Parts parts) {
  /** Checks that nothing is missing. */
  public CoreDesign {
    Objects.requireNonNull(name);
    Objects.requireNonNull(array);
    Objects.requireNonNull(operation);
    Objects.requireNonNull(reuse);
    Objects.requireNonNull(parts);
  }

  /**
   * Cores.
   *
   * @param tile shape of one
   * @param cores how many
   */
  public record Array(TileShape tile, int cores) {
    /** Checks the numbers. */
    public Array {
      Objects.requireNonNull(tile);
      Require.count("cores", cores);
    }
  }

  /**
   * Operating point.
   *
   * @param clock cycles per second, the symbol rate of both operands [1/s]
   * @param bits of the converters before the modulators
   * @param readoutBits of the converters behind the outputs
   * @param operation what is counted
   */
  public record Operation(double clock, int bits, int readoutBits, OperationDefinition operation) {
    /** Checks the numbers. */
    public Operation {
      Require.positive("clock", clock, "1/s");
      Require.count("bits", bits);
      Require.count("readout bits", readoutBits);
      Objects.requireNonNull(operation);
    }

    /** All converters of one resolution. */
    public Operation(double clock, int bits, OperationDefinition operation) {
      this(clock, bits, bits, operation);
    }
  }

  /**
   * Sharing of devices.
   *
   * @param inputFanOut f_x, multiply–accumulates a cycle that use one modulated input
   * @param weightFanOut f_w, multiply–accumulates a cycle that use one modulated weight
   * @param coresPerReadout cores whose photocurrents one amplifier and converter sum
   */
  public record Reuse(double inputFanOut, double weightFanOut, double coresPerReadout) {
    /** Checks the numbers. */
    public Reuse {
      Require.positive("input fan-out", inputFanOut, "");
      Require.positive("weight fan-out", weightFanOut, "");
      Require.positive("cores per readout", coresPerReadout, "");
    }

    /** A crossbar without sharing between cores: an input meets W columns, a weight H rows. */
    public static Reuse crossbar(TileShape tile) {
      return new Reuse(tile.columns(), tile.rows(), 1);
    }
  }

  /**
   * Devices of a core.
   *
   * @param modulator of either operand, routing rings included
   * @param dac before each modulator
   * @param readout behind each output
   */
  public record Parts(ModulatorDrive modulator, DigitalAnalogConverter dac, Readout readout) {
    /** Checks that nothing is missing. */
    public Parts {
      Objects.requireNonNull(modulator);
      Objects.requireNonNull(dac);
      Objects.requireNonNull(readout);
    }
  }

  /**
   * Devices behind an output.
   *
   * @param photodiode each
   * @param photodiodes per output, 2 when balanced
   * @param amplifier behind them
   * @param adc behind it
   */
  public record Readout(
      Photodiode photodiode,
      int photodiodes,
      TransimpedanceAmplifier amplifier,
      AnalogDigitalConverter adc) {
    /** Checks the numbers. */
    public Readout {
      Objects.requireNonNull(photodiode);
      Objects.requireNonNull(amplifier);
      Objects.requireNonNull(adc);
      Require.count("photodiodes", photodiodes);
    }
  }

  /** Peak rate of all cores. */
  public Throughput throughput() {
    return new Throughput(
        array.tile.macsPerCycle() * array.cores * operation.clock, operation.operation);
  }

  /** Noise bandwidth of a readout that integrates its time steps, 1/(2T) [Hz]. */
  public double noiseBandwidth() {
    return Photons.bandwidth(array.tile.timeSteps() / operation.clock);
  }
}
