package org.lightpath.fiber.transceiver;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.fft.Fft;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.fiber.TimeGrid;

/** Brick-wall demultiplexer, dispersion compensation and matched filter, in the spectrum. */
final class Demultiplexer {
  private final TransmitterSpec spec;
  private final PulseSpectrum pulse;
  private final AccumulatedDispersion dispersion;
  private final TimeGrid grid;
  private final Fft fft;
  private final int halfBand;

  Demultiplexer(Transmitter transmitter, AccumulatedDispersion dispersion) {
    this.spec = transmitter.spec();
    this.pulse = transmitter.pulse();
    this.dispersion = dispersion;
    this.grid = spec.timeGrid();
    this.fft = new Fft(spec.samples());
    this.halfBand = halfBand(spec);
  }

  private static int halfBand(TransmitterSpec spec) {
    double occupied = spec.waveform().pulse().occupiedBandwidth() * spec.grid().symbolRate();
    double width =
        spec.grid().channels() == 1 ? occupied : Math.max(occupied, spec.grid().spacing());
    return Math.min((int) Math.floor(width / 2 / spec.binSpacing()), (spec.samples() - 1) / 2);
  }

  /** Transforms every mode of one field. */
  FieldSpectrum transform(ComplexField field, int index) {
    FieldShape shape = field.shape();
    int modes = spec.waveform().polarisations().modes();
    if (shape.modes() != modes || shape.samples() != spec.samples()) {
      throw new IllegalArgumentException(
          "receiver: field of %d modes and %d samples, expected %d and %d as transmitted"
              .formatted(shape.modes(), shape.samples(), modes, spec.samples()));
    }
    double[][] re = new double[modes][spec.samples()];
    double[][] im = new double[modes][spec.samples()];
    for (int mode = 0; mode < modes; mode++) {
      field.read(index, mode, re[mode], im[mode]);
      fft.forward(re[mode], im[mode]);
    }
    return new FieldSpectrum(re, im);
  }

  /** The matched-filtered spectra of the modulated polarisations around a centre bin. */
  List<ChannelSpectrum> matched(FieldSpectrum spectrum, int centre) {
    int halfWidth = Math.min(halfBand, pulse.halfWidth());
    List<ChannelSpectrum> bands = new ArrayList<>();
    for (int p = 0; p < spec.waveform().polarisations().modulated(); p++) {
      bands.add(ChannelSpectrum.cut(spectrum.re()[p], spectrum.im()[p], centre, halfWidth));
    }
    for (int k = -halfWidth; k <= halfWidth; k++) {
      int bin = Math.floorMod(centre + k, spec.samples());
      double phase = dispersion.phase(grid.angularFrequency(bin));
      for (ChannelSpectrum band : bands) {
        band.multiply(k, pulse.amplitude(k), phase);
      }
    }
    return bands;
  }

  /** Mean power [W] of all modes within the band around a centre bin. */
  double receivedPower(FieldSpectrum spectrum, int centre) {
    double energy = 0;
    for (int mode = 0; mode < spectrum.re().length; mode++) {
      energy +=
          ChannelSpectrum.cut(spectrum.re()[mode], spectrum.im()[mode], centre, halfBand).energy();
    }
    return energy / ((double) spec.samples() * spec.samples());
  }
}
