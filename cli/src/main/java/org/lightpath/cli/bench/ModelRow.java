package org.lightpath.cli.bench;

import java.util.Optional;
import org.lightpath.cli.model.NamedModel;

/**
 * One measured row of the models.
 *
 * @param who ran
 * @param what the case
 * @param level how products were computed
 * @param work of one run
 * @param times of one run of the batch
 * @param cost time over that of the digital level of the same contender, turn by turn
 * @param productShare share of the time that products took; nothing where products alone were run
 * @param relativeError L2 distance of the outputs from a run whose products are summed in double
 *     precision
 * @param roofline of the products of one run
 */
record ModelRow(
    EngineContender who,
    What what,
    FidelityLevel level,
    Work work,
    Times times,
    Optional<Double> cost,
    Optional<Double> productShare,
    double relativeError,
    Roofline roofline) {
  /**
   * The case without the open model.
   *
   * @param model its name
   * @param unit what a run makes
   * @param weights where they are from
   * @param batch samples of a run
   * @param precision of the products
   */
  record What(
      String model,
      String unit,
      NamedModel.Weights weights,
      int batch,
      org.lightpath.core.field.Precision precision) {
    static What of(ModelCase c) {
      return new What(
          c.model().name(), c.model().unit(), c.model().weights(), c.batch(), c.precision());
    }
  }

  /**
   * Work of one run.
   *
   * @param whole whether the whole model was run, not each distinct product alone
   * @param units images, steps or tokens that it makes
   * @param macs multiply-accumulates of the products
   * @param distinct products that differ in shape or constant operands
   * @param measuredShare share of the multiply-accumulates of the distinct products that was run,
   *     below 1 where products were too large for the memory
   */
  record Work(boolean whole, long units, long macs, int distinct, double measuredShare) {}

  /** Time of one run of the batch [s], median of the turns. */
  double seconds() {
    return times.median();
  }

  /** Time of an image, step or token [s]. */
  double secondsPerUnit() {
    return seconds() / work.units();
  }

  double macsPerUnit() {
    return (double) work.macs() / work.units();
  }

  double macsPerSecond() {
    return work.macs() / seconds();
  }

  /** Time of the products of one run [s]. */
  double productSeconds() {
    return seconds() * productShare.orElse(1.0);
  }

  /** What the error is as a ratio of powers [dB]; nothing without error. */
  Optional<Double> snrDecibels() {
    return relativeError > 0 ? Optional.of(-20 * Math.log10(relativeError)) : Optional.empty();
  }
}
