package org.lightpath.fiber.pulse;

import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.core.fft.Fft;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.exact.ClosedForm;

/** Measures pulses of one grid in one fibre. */
public final class PulseMeter {
  private static final double BAND_LEVEL = 20;

  private final TimeGrid grid;
  private final Fiber fiber;
  private final KerrModel model;
  private final double differentialDelay;

  /**
   * A meter.
   *
   * @param grid times and frequencies of the samples
   * @param fiber whose reference frequency is the carrier
   * @param model propagation equation, for the Hamiltonian
   * @param differentialDelay δ [s/m] of polarisation x behind y, for the Hamiltonian
   */
  public PulseMeter(TimeGrid grid, Fiber fiber, KerrModel model, double differentialDelay) {
    this.grid = grid;
    this.fiber = fiber;
    this.model = model;
    this.differentialDelay = differentialDelay;
  }

  /**
   * What was sent in; later measurements are relative to it.
   *
   * @param energy [J]
   * @param photons relative number of photons, see {@link PowerSpectrum#photons}
   */
  public record Launch(double energy, double photons) {}

  /** Energy and photons of a launched field. */
  public Launch launch(ComplexField field, int index) {
    return new Launch(
        field.meanPower(index) * grid.window(),
        PowerSpectrum.of(field, index, grid).photons(fiber.referenceFrequency()));
  }

  /**
   * Measures one field.
   *
   * @param field a batch of fields
   * @param index which field of the batch
   * @param at where the field is, its γ, and what was sent in
   * @param reference closed form to compare with, if any
   */
  public PulseMeasurement measure(
      ComplexField field, int index, At at, Optional<ClosedForm> reference) {
    double[] power = Fields.power(field, index);
    PowerSpectrum spectrum = PowerSpectrum.of(field, index, grid);
    double carrier = fiber.referenceFrequency();
    double energy = field.meanPower(index) * grid.window();
    double left = Math.exp(-fiber.attenuation() * at.position());
    double[] band = spectrum.band(carrier, BAND_LEVEL);
    return new PulseMeasurement(
        at.position(),
        power[Peak.indexOfLargest(power)],
        grid.time(0) + Peak.interpolated(power) * grid.spacing(),
        Peak.halfWidth(power) * grid.spacing(),
        Peak.rmsWidth(power) * grid.spacing(),
        energy,
        energy / (at.launch().energy() * left) - 1,
        spectrum.photons(carrier) / (at.launch().photons() * left) - 1,
        hamiltonian(field, index, at.gamma()),
        spectrum.peakFrequency(),
        spectrum.rmsBandwidth(),
        band[0],
        band[1],
        Peak.edge(power),
        spectrum.edge(),
        error(field, index, at.position(), reference));
  }

  /**
   * Where a field is and where it came from.
   *
   * @param position z [m]
   * @param gamma γ [1/(W·m)] of the field
   * @param launch what was sent in
   */
  public record At(double position, double gamma, Launch launch) {}

  private OptionalDouble error(
      ComplexField field, int index, double position, Optional<ClosedForm> reference) {
    return reference
        .map(form -> OptionalDouble.of(form.error(field, index, grid, position)))
        .orElse(OptionalDouble.empty());
  }

  /**
   * ∫ A*βA dt + (γc/2) ∫ P² dt [J/m], with P² summed over modes that see only themselves; β is that
   * of {@link Fiber#linearOperator(TimeGrid, double)}, differential delay included.
   *
   * <p>∂A/∂z = −j δH/δA*, so H is constant where there is no loss.
   *
   * @param field a batch of fields
   * @param index which field of the batch
   * @param gamma γ [1/(W·m)]
   */
  public double hamiltonian(ComplexField field, int index, double gamma) {
    int n = grid.samples();
    double[] re = new double[n];
    double[] im = new double[n];
    double[] total = new double[n];
    Fft fft = new Fft(n);
    double linear = 0;
    double quartic = 0;
    for (int mode = 0; mode < field.shape().modes(); mode++) {
      field.read(index, mode, re, im);
      for (int i = 0; i < n; i++) {
        double power = re[i] * re[i] + im[i] * im[i];
        total[i] += power;
        quartic += model == KerrModel.SCALAR ? power * power : 0;
      }
      fft.forward(re, im);
      double slowness = mode == 0 ? differentialDelay / 2 : -differentialDelay / 2;
      for (int k = 0; k < n; k++) {
        double omega = grid.angularFrequency(k);
        double beta = fiber.propagationConstant(omega) + omega * slowness;
        linear += beta * (re[k] * re[k] + im[k] * im[k]) / n;
      }
    }
    for (int i = 0; model == KerrModel.MANAKOV && i < n; i++) {
      quartic += total[i] * total[i];
    }
    return (linear + gamma * model.factor() / 2 * quartic) * grid.spacing();
  }
}
