package org.lightpath.photonic.energy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.PassiveElement;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.Require;
import org.lightpath.photonic.receiver.ReceiverNoiseBudget;

/**
 * Losses between a laser and a detector, and the laser's electrical power that overcomes them.
 *
 * <p>P_laser,elec = P_rx·n·10^((ΣL + margin)/10)/(η·(1 − 1/ER)), n receivers in equal shares.
 *
 * @param losses in order of the light
 * @param marginDecibels kept in reserve [dB]
 */
public record LinkBudget(List<Loss> losses, double marginDecibels) {
  /**
   * One loss.
   *
   * @param name of the element
   * @param decibels power loss [dB]
   * @param provenance where the number comes from
   */
  public record Loss(String name, double decibels, Provenance provenance) {
    /** Checks the number. */
    public Loss {
      Objects.requireNonNull(name);
      Objects.requireNonNull(provenance);
      Require.notNegative("loss of " + name, decibels, "dB");
    }

    /** So many elements of a kind in a row. */
    public static Loss of(PassiveElement element, int count) {
      String label = count == 1 ? element.name() : count + " x " + element.name();
      return new Loss(label, count * element.lossDecibels(), element.provenance());
    }
  }

  /** Copies the list. */
  public LinkBudget {
    losses = List.copyOf(losses);
    Require.notNegative("margin", marginDecibels, "dB");
  }

  /** Losses without margin. */
  public static LinkBudget of(List<Loss> losses) {
    return new LinkBudget(losses, 0);
  }

  /** The same with one more loss at the end: a fibre, for instance. */
  public LinkBudget with(Loss loss) {
    List<Loss> longer = new ArrayList<>(losses);
    longer.add(loss);
    return new LinkBudget(longer, marginDecibels);
  }

  /** Sum of the losses without margin [dB]. */
  public double lossDecibels() {
    return losses.stream().mapToDouble(Loss::decibels).sum();
  }

  /** Losses and margin [dB]. */
  public double totalDecibels() {
    return lossDecibels() + marginDecibels;
  }

  /**
   * Electrical power of the laser [W].
   *
   * @param receivedPower P_rx at each receiver [W]
   * @param sizing efficiency, extinction, shares
   */
  public double laserElectricalPower(double receivedPower, LaserSizing sizing) {
    Require.positive("received power", receivedPower, "W");
    double optical = receivedPower * sizing.receivers() * Decibels.toRatio(totalDecibels());
    return optical / (sizing.wallPlugEfficiency() * sizing.modulatedShare());
  }

  /**
   * Electrical power of the laser for an ENOB at a receiver [W], by the noise at it.
   *
   * @param receiver its noise
   * @param enob wanted
   * @param sizing efficiency, extinction, shares
   * @throws IllegalArgumentException if no power gives the ENOB
   */
  public double laserElectricalPower(
      ReceiverNoiseBudget receiver, double enob, LaserSizing sizing) {
    return laserElectricalPower(receiver.requiredPower(enob), sizing);
  }

  /**
   * Received power by the rule "sensitivity times 2^bits" [W], for comparison with published models
   * (CrossLight, Lightening-Transformer, SimPhony). It holds where thermal noise dominates; a
   * shot-limited receiver needs 4^bits.
   *
   * @param sensitivityDbm [dBm]
   * @param bits b
   */
  public static double thresholdPower(double sensitivityDbm, int bits) {
    return Math.scalb(Decibels.dbmToWatts(sensitivityDbm), bits);
  }
}
