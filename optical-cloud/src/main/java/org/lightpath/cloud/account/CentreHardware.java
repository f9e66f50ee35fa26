package org.lightpath.cloud.account;

import java.util.Objects;
import org.lightpath.photonic.device.Require;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.LaserSizing;
import org.lightpath.photonic.energy.LinkBudget;
import org.lightpath.photonic.receiver.Photons;

/**
 * What the centre and its nodes are built of.
 *
 * @param core array, clock, bits, fan-outs, modulators, converters, receivers
 * @param lasers what the receivers need, and what the lasers spend for it
 * @param memory energy and rate of memory
 * @param processor that computes what light does not
 * @param delays of the parts of the core
 */
public record CentreHardware(
    CoreDesign core, Lasers lasers, Memory memory, Processor processor, Delays delays) {
  /** Checks that nothing is missing. */
  public CentreHardware {
    Objects.requireNonNull(core);
    Objects.requireNonNull(lasers);
    Objects.requireNonNull(memory);
    Objects.requireNonNull(processor);
    Objects.requireNonNull(delays);
  }

  /**
   * Lasers, sized by the receivers: P_elec = s·P_rx·n·10^((ΣL_chip + margin + L_path)/10)/(η(1 −
   * 1/ER)) for a stream of share s, n outputs.
   *
   * @param receivedPower P_rx, light at one output behind open modulators, all wavelengths and both
   *     streams [W]
   * @param inputShare share s of the inputs' stream in it; the weights' is 1 − s
   * @param chip losses between the fibre and a diode, with margin; the same for both streams
   * @param wallPlugEfficiency η
   * @param extinctionRatio ER, infinite for none of its penalty
   */
  public record Lasers(
      double receivedPower,
      double inputShare,
      LinkBudget chip,
      double wallPlugEfficiency,
      double extinctionRatio) {
    /** Checks the numbers. */
    public Lasers {
      Require.positive("received power", receivedPower, "W");
      Require.within("share of the inputs' light", inputShare, 0, 1);
      Objects.requireNonNull(chip);
      Require.fraction("wall-plug efficiency", wallPlugEfficiency);
      Require.extinctionRatio(extinctionRatio);
    }

    /**
     * Received power [W] of so many detected photons a multiply–accumulate: P = n·(hc/λ)·N_λ·f/QE.
     *
     * @param photonsPerMac n, at full scale, both arms
     * @param core N_λ and the clock f
     * @param wavelength λ [m]
     * @param quantumEfficiency QE, detected over received photons
     */
    public static double receivedPower(
        double photonsPerMac, CoreDesign core, double wavelength, double quantumEfficiency) {
      Require.positive("photons per MAC", photonsPerMac, "");
      Require.fraction("quantum efficiency", quantumEfficiency);
      double symbols = core.array().tile().wavelengths() * core.operation().clock();
      return Photons.energy(photonsPerMac, wavelength) * symbols / quantumEfficiency;
    }

    LaserSizing sizing(double receivers) {
      return new LaserSizing(wallPlugEfficiency, extinctionRatio, receivers);
    }
  }

  /**
   * Memory.
   *
   * @param mainJoulesPerByte reading weights where the model is kept [J/byte]
   * @param bufferJoulesPerByte reading or writing a number beside a converter [J/byte]
   * @param mainBytesPerSecond rate of reading weights [byte/s]
   */
  public record Memory(
      double mainJoulesPerByte, double bufferJoulesPerByte, double mainBytesPerSecond) {
    /** Checks the numbers. */
    public Memory {
      Require.notNegative("energy of main memory", mainJoulesPerByte, "J/byte");
      Require.notNegative("energy of the buffer", bufferJoulesPerByte, "J/byte");
      Require.positive("rate of main memory", mainBytesPerSecond, "byte/s");
    }
  }

  /**
   * Digital processor.
   *
   * @param joulesPerOperation of element-wise work and partial sums [J]
   * @param operationsPerSecond of it [1/s]
   * @param joulesPerMac of products that are placed on it [J]
   * @param macsPerSecond of them [1/s]
   */
  public record Processor(
      double joulesPerOperation,
      double operationsPerSecond,
      double joulesPerMac,
      double macsPerSecond) {
    /** Checks the numbers. */
    public Processor {
      Require.notNegative("energy per operation", joulesPerOperation, "J");
      Require.positive("operations per second", operationsPerSecond, "1/s");
      Require.notNegative("energy per multiply-accumulate", joulesPerMac, "J");
      Require.positive("multiply-accumulates per second", macsPerSecond, "1/s");
    }
  }

  /**
   * Delays from input to output of each part.
   *
   * @param dac digital to analogue, with driver and modulator [s]
   * @param flight of light through the core [s]
   * @param receiver diode and amplifier [s]
   * @param adc analogue to digital [s]
   */
  public record Delays(double dac, double flight, double receiver, double adc) {
    /** Checks the numbers. */
    public Delays {
      Require.notNegative("delay of the DAC", dac, "s");
      Require.notNegative("flight through the core", flight, "s");
      Require.notNegative("delay of the receiver", receiver, "s");
      Require.notNegative("delay of the ADC", adc, "s");
    }
  }
}
