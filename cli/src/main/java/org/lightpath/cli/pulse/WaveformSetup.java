package org.lightpath.cli.pulse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Values;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Polarisation;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.exact.ClosedForm;
import org.lightpath.fiber.exact.DispersedGaussian;
import org.lightpath.fiber.exact.FundamentalSoliton;
import org.lightpath.fiber.exact.ModulationInstability;
import org.lightpath.fiber.exact.SecondOrderSoliton;
import org.lightpath.fiber.exact.SelfPhaseModulation;
import org.lightpath.fiber.exact.Soliton;
import org.lightpath.fiber.pulse.Pulse;
import org.lightpath.fiber.pulse.PulseShape;
import org.lightpath.fiber.pulse.Waveform;

/** What one field of the batch launches, and the closed form it is compared with. */
final class WaveformSetup {
  private final Values values;
  private final Values pulse;
  private final int index;
  private final Fiber fiber;
  private final TimeGrid grid;
  private final Path folder;
  private final Problems problems;
  private final KerrModel model;

  WaveformSetup(
      Values values, int index, Fiber fiber, TimeGrid grid, Path folder, Problems problems) {
    this.values = values;
    this.pulse = values.get(PulseKeys.PULSE);
    this.index = index;
    this.fiber = fiber;
    this.grid = grid;
    this.folder = folder;
    this.problems = problems;
    this.model = values.get(PulseKeys.MODEL);
  }

  PulseCase prepare() {
    PulseShape shape = shape();
    double power = problems.hasErrors() ? 1 : peakPower(shape);
    Waveform waveform = waveform(shape, power);
    Optional<ClosedForm> reference = Optional.empty();
    try {
      reference = problems.hasErrors() ? reference : reference(shape, power);
    } catch (IllegalArgumentException e) {
      problems.error(values.place(PulseKeys.REFERENCE), String.valueOf(e.getMessage()), "");
    }
    return new PulseCase(fiber, waveform, reference);
  }

  private double pick(List<Double> list) {
    return list.get(Math.min(index, list.size() - 1));
  }

  private PulseShape shape() {
    double chirp = pulse.find(PulseKeys.CHIRP).map(this::pick).orElse(0.0);
    int order = Math.toIntExact(pulse.find(PulseKeys.ORDER).orElse(1L));
    return switch (pulse.get(PulseKeys.SHAPE)) {
      case GAUSSIAN -> new PulseShape.Gaussian(t0(PulseShape.GAUSSIAN_FWHM), chirp);
      case SECH -> new PulseShape.Sech(t0(PulseShape.SECH_FWHM), chirp);
      case SUPER_GAUSSIAN ->
          new PulseShape.SuperGaussian(
              t0(2 * Math.pow(Math.log(2), 1.0 / (2 * order))), order, chirp);
      case CW, FILE -> new PulseShape.ContinuousWave();
    };
  }

  /** T₀ from the width given; {@code ratio} is the full width at half maximum over T₀. */
  private double t0(double ratio) {
    Optional<Double> t0 = pulse.find(PulseKeys.T0);
    Optional<Double> fwhm = pulse.find(PulseKeys.FWHM);
    if (t0.isEmpty() && fwhm.isEmpty()) {
      missing(PulseKeys.FWHM, "a pulse needs its width: one of 'fwhm' and 't0'");
    }
    return t0.orElseGet(() -> fwhm.orElse(1.0) / ratio);
  }

  private void missing(Key<?> key, String message) {
    problems.error(pulse.place(), "pulse: " + message, "add '%s' to pulse".formatted(key.name()));
  }

  private double peakPower(PulseShape shape) {
    Optional<List<Double>> peak = pulse.find(PulseKeys.PEAK_POWER);
    Optional<List<Double>> order = pulse.find(PulseKeys.SOLITON_ORDER);
    Optional<List<Double>> energy = pulse.find(PulseKeys.ENERGY);
    if (peak.isPresent()) {
      return pick(peak.get());
    }
    if (order.isPresent()) {
      return solitonPower(shape, pick(order.get()));
    }
    if (energy.isPresent()) {
      return pick(energy.get()) / unitEnergy(shape);
    }
    if (pulse.get(PulseKeys.SHAPE) != PulseKeys.Shape.FILE) {
      missing(
          PulseKeys.PEAK_POWER,
          "it needs its power: one of 'peakPower', 'solitonOrder' and 'energy'");
    }
    return 1;
  }

  private double solitonPower(PulseShape shape, double order) {
    if (!(shape instanceof PulseShape.Sech sech)) {
      problems.error(
          pulse.place(PulseKeys.SOLITON_ORDER),
          "pulse.solitonOrder needs the shape sech, because T₀ of a soliton is that of a sech",
          "use 'shape: sech', or give peakPower");
      return 1;
    }
    try {
      return Soliton.peakPower(fiber, model, sech.t0(), order);
    } catch (IllegalArgumentException e) {
      problems.error(pulse.place(PulseKeys.SOLITON_ORDER), String.valueOf(e.getMessage()), "");
      return 1;
    }
  }

  /** Energy [J] of the shape at 1 W of peak power: Σ|s|²dt, exact for a shape the grid holds. */
  private double unitEnergy(PulseShape shape) {
    double sum = 0;
    for (int n = 0; n < grid.samples(); n++) {
      double magnitude = shape.magnitude(grid.time(n));
      sum += magnitude * magnitude;
    }
    return sum * grid.spacing();
  }

  private Polarisation polarisation() {
    Values state = pulse.get(PulseKeys.POLARISATION);
    return new Polarisation(state.get(PulseKeys.ANGLE), state.get(PulseKeys.PHASE_DIFFERENCE));
  }

  private Waveform waveform(PulseShape shape, double power) {
    if (pulse.get(PulseKeys.SHAPE) == PulseKeys.Shape.FILE) {
      return fromFile();
    }
    Pulse one = Pulse.of(shape, power).detunedBy(detuning()).polarised(polarisation());
    Optional<Values> pair = pulse.find(PulseKeys.PAIR);
    if (pair.isPresent()) {
      return Waveform.pair(
          one,
          pair.get().get(PulseKeys.SEPARATION),
          pair.get().get(PulseKeys.PAIR_DETUNING),
          pair.get().get(PulseKeys.PAIR_PHASE));
    }
    Optional<Values> sideband = pulse.find(PulseKeys.SIDEBAND);
    if (sideband.isPresent()) {
      return Waveform.of(
          one,
          Pulse.of(shape, sideband.get().get(PulseKeys.SIDEBAND_POWER))
              .detunedBy(sidebandDetuning(sideband.get()))
              .polarised(polarisation()));
    }
    return Waveform.of(one);
  }

  /** The detuning; that of a continuous wave is a frequency bin, or it would not be periodic. */
  private double detuning() {
    double wanted = pulse.get(PulseKeys.DETUNING);
    return pulse.get(PulseKeys.SHAPE) == PulseKeys.Shape.CW ? nearestBin(wanted) : wanted;
  }

  private double nearestBin(double frequency) {
    return Math.round(frequency * grid.window()) / grid.window();
  }

  /** The detuning of the frequency bin nearest to the one asked for. */
  private double sidebandDetuning(Values sideband) {
    double wanted = sideband.get(PulseKeys.SIDEBAND_DETUNING);
    double bin = nearestBin(wanted);
    if (bin == detuning()) {
      problems.error(
          sideband.place(PulseKeys.SIDEBAND_DETUNING),
          "pulse.sideband.detuning of %.6g Hz falls on the wave's own frequency bin at %.6g Hz; bins are 1/window = %.6g Hz apart"
              .formatted(wanted, bin, 1 / grid.window()),
          "use a longer window or a larger detuning");
    }
    return bin;
  }

  private Waveform fromFile() {
    Optional<String> name = pulse.find(PulseKeys.FILE);
    if (name.isEmpty()) {
      missing(PulseKeys.FILE, "the shape file needs the name of a file");
      return Waveform.of(Pulse.of(new PulseShape.ContinuousWave(), 1));
    }
    try {
      Path file = folder.resolve(name.get());
      int modes = model == KerrModel.MANAKOV ? 2 : 1;
      return WaveformFile.read(file, grid, modes);
    } catch (IOException | IllegalArgumentException e) {
      problems.error(pulse.place(PulseKeys.FILE), "pulse.file: " + e.getMessage(), "");
      return Waveform.of(Pulse.of(new PulseShape.ContinuousWave(), 1));
    }
  }

  private Optional<ClosedForm> reference(PulseShape shape, double power) {
    return switch (values.get(PulseKeys.REFERENCE)) {
      case NONE -> Optional.empty();
      case DISPERSION ->
          shape instanceof PulseShape.Gaussian gaussian
              ? Optional.of(DispersedGaussian.in(fiber, power, gaussian.t0(), gaussian.chirp()))
              : notFor("the shape gaussian");
      case SPM ->
          Optional.of(
              SelfPhaseModulation.in(
                  fiber, model, (time, amplitude) -> envelope(shape, power, time, amplitude)));
      case SOLITON ->
          shape instanceof PulseShape.Sech sech
              ? Optional.of(FundamentalSoliton.in(fiber, model, sech.t0(), polarisation()))
              : notFor("the shape sech");
      case SOLITON_N2 ->
          shape instanceof PulseShape.Sech sech
              ? Optional.of(SecondOrderSoliton.in(fiber, model, sech.t0()))
              : notFor("the shape sech");
      case MODULATION_INSTABILITY -> instability(power);
    };
  }

  private Optional<ClosedForm> instability(double power) {
    Optional<Values> sideband = pulse.find(PulseKeys.SIDEBAND);
    if (sideband.isEmpty() || pulse.get(PulseKeys.SHAPE) != PulseKeys.Shape.CW) {
      return notFor("a continuous wave with a sideband");
    }
    double pump = detuning();
    double seed = sidebandDetuning(sideband.get());
    return Optional.of(
        ModulationInstability.in(
                fiber, model, power, sideband.get().get(PulseKeys.SIDEBAND_POWER), seed - pump)
            .pumpedAt(pump));
  }

  private Optional<ClosedForm> notFor(String needed) {
    problems.error(
        values.place(PulseKeys.REFERENCE),
        "this reference holds for %s only".formatted(needed),
        "");
    return Optional.empty();
  }

  private static void envelope(PulseShape shape, double power, double time, double[] amplitude) {
    double magnitude = Math.sqrt(power) * shape.magnitude(time);
    amplitude[0] = magnitude * Math.cos(shape.phase(time));
    amplitude[1] = magnitude * Math.sin(shape.phase(time));
  }
}
