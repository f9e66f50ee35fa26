package org.lightpath.cli.pulse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.lightpath.datasets.npy.NpyArray;
import org.lightpath.datasets.npy.NpyFile;
import org.lightpath.datasets.waveform.WaveformFiles;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.pulse.Waveform;

/** Envelopes from files, on the grid of an experiment. */
final class WaveformFile {
  private WaveformFile() {}

  /**
   * Reads an envelope: text with columns and units, or an NPY array of √W on the grid itself, of
   * shape (N) or (modes, N).
   *
   * @param modes polarisations of the experiment; a file with one is polarised along x
   * @throws IOException if the file cannot be read or does not fit the grid
   */
  static Waveform read(Path file, TimeGrid grid, int modes) throws IOException {
    double[][] re = new double[modes][grid.samples()];
    double[][] im = new double[modes][grid.samples()];
    if (file.toString().endsWith(".npy")) {
      fromNpy(file, NpyFile.read(file), re, im);
    } else {
      double[][] onGrid = WaveformFiles.read(file).on(grid.samples(), grid.spacing());
      re[0] = onGrid[0];
      im[0] = onGrid[1];
    }
    return new Waveform.Samples(re, im, true);
  }

  private static void fromNpy(Path file, NpyArray array, double[][] re, double[][] im)
      throws IOException {
    int samples = re[0].length;
    int[] shape = array.shape();
    int rows = shape.length == 2 ? shape[0] : 1;
    boolean fits =
        shape.length >= 1
            && shape.length <= 2
            && shape[shape.length - 1] == samples
            && rows >= 1
            && rows <= re.length;
    if (!fits) {
      boolean twoRows = shape.length == 2 && shape[0] == 2 && shape[1] == samples;
      throw new IOException(
          "%s has the shape %s, expected %d samples%s"
              .formatted(
                  file,
                  Arrays.toString(shape),
                  samples,
                  re.length > 1
                      ? ", or a row of them for each polarisation"
                      : twoRows ? " of one polarisation; two need 'model: manakov'" : ""));
    }
    int stride = array.complex() ? 2 : 1;
    double largest = 0;
    for (int i = 0; i < rows * samples; i++) {
      double a = array.values()[stride * i];
      double b = array.complex() ? array.values()[stride * i + 1] : 0;
      if (!Double.isFinite(a) || !Double.isFinite(b)) {
        throw new IOException(
            "%s: sample %d of row %d is (%s, %s), expected finite numbers"
                .formatted(file, i % samples, i / samples, a, b));
      }
      largest = Math.max(largest, Math.max(Math.abs(a), Math.abs(b)));
      re[i / samples][i % samples] = a;
      im[i / samples][i % samples] = b;
    }
    if (largest == 0) {
      throw new IOException("%s: all samples are zero, expected a pulse".formatted(file));
    }
  }
}
