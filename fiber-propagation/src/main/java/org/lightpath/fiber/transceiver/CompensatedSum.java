package org.lightpath.fiber.transceiver;

/**
 * Sum with the rounding of each addition carried along (Neumaier, Z. Angew. Math. Mech. 54:39,
 * 1974).
 *
 * <p>Symbols take few values, so a plain sum of 10⁵ equal squares rounds the same way each time and
 * drifts by 10⁻¹²; the scale h would pass that on to every symbol.
 */
final class CompensatedSum {
  private double sum;
  private double correction;

  void add(double term) {
    double next = sum + term;
    correction += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  double value() {
    return sum + correction;
  }
}
