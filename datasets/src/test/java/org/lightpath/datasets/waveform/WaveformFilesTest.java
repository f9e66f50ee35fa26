package org.lightpath.datasets.waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Envelopes from text. */
class WaveformFilesTest {
  @TempDir Path folder;

  private SampledWaveform read(String text) throws IOException {
    Path file = folder.resolve("pulse.csv");
    Files.writeString(file, text);
    return WaveformFiles.read(file);
  }

  @Test
  void unitsAreThoseOfTheHeader() throws IOException {
    SampledWaveform wave =
        read("# measured\ntime [ps], re [sqrt(mW)], im [√W]\n-1, 2, 0\n\n0, 0, 3\n");
    assertThat(wave.time()).containsExactly(-1e-12, 0);
    assertThat(wave.re()[0]).isEqualTo(2 * Math.sqrt(1e-3));
    assertThat(wave.im()[1]).isEqualTo(3);
  }

  @Test
  void powerAndPhaseMakeAnAmplitude() throws IOException {
    SampledWaveform wave = read("time [fs], power [mW], phase [deg]\n0, 4, 90\n1, 1, 0\n");
    // cos 90° is not exactly 0 in floating point: one rounding of π/2.
    assertThat(wave.re()[0]).isCloseTo(0, within(Math.sqrt(4e-3) * Math.ulp(Math.PI)));
    assertThat(wave.im()[0]).isEqualTo(Math.sqrt(4e-3));
    assertThat(read("time [fs], power [W]\n0, 4\n1, 1\n").re()).containsExactly(2, 1);
  }

  @Test
  void samplesOnTheGridStayAsTheyAre() throws IOException {
    double[][] grid = read("time [s], re [√W], im [√W]\n-1, 5, 6\n0, 7, 8\n").on(4, 1);
    assertThat(grid[0]).containsExactly(0, 5, 7, 0);
    assertThat(grid[1]).containsExactly(0, 6, 8, 0);
  }

  @Test
  void samplesBetweenTheGridAreInterpolated() throws IOException {
    double[][] grid = read("time [s], re [√W], im [√W]\n-1, 0, 0\n1, 4, 8\n").on(4, 1);
    assertThat(grid[0]).containsExactly(0, 0, 2, 4);
    assertThat(grid[1]).containsExactly(0, 0, 4, 8);
  }

  @Test
  void lightOutsideTheWindowIsRefused() throws IOException {
    SampledWaveform wave = read("time [s], re [√W], im [√W]\n-9, 1, 0\n0, 1, 0\n");
    assertThatThrownBy(() -> wave.on(4, 1)).hasMessageContaining("longer window");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time, re, im|pulse.csv:1: 'time' is not a column with its unit",
        "time [km], re [√W], im [√W]|pulse.csv:1: column time",
        "time [s], re [W], im [W]|'W' is not a unit of amplitude",
        "time [s], amplitude [W]|pulse.csv:1: columns [time, amplitude]",
        "time [s], power [W];0, 1;1, x|pulse.csv:3: 'x' is not a number",
        "time [s], power [W];0, 1;1|pulse.csv:3: 1 values, expected 2",
        "time [s], power [W];0, 1;1, NaN|pulse.csv:3: 'NaN' is not finite",
        "time [s], power [W];0, 1;0, 1|expected ascending times",
        "time [s], power [W];0, 1;1, -1|power -1.00000 W is negative",
        "time [s], power [W];0, 1|1 rows of samples",
      })
  void mistakesAreToldWithTheirLine(String text, String message) {
    assertThatThrownBy(() -> read(text.replace(';', '\n')))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }
}
