package org.lightpath.fiber.transceiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstellationTest {
  @ParameterizedTest
  @EnumSource(names = "GAUSSIAN", mode = EnumSource.Mode.EXCLUDE)
  void hasUnitMeanEnergy(ModulationFormat format) {
    Constellation points = format.constellation();
    double sum = 0;
    for (int label = 0; label < points.size(); label++) {
      sum += Math.pow(points.re(label), 2) + Math.pow(points.im(label), 2);
    }
    // One rounding of the scale and a few for each term: 4 ulp of the mean.
    assertThat(sum / points.size()).isCloseTo(1, within(4 * Math.ulp(1.0)));
  }

  @ParameterizedTest
  @EnumSource(names = "GAUSSIAN", mode = EnumSource.Mode.EXCLUDE)
  void nearestNeighboursDifferInOneBit(ModulationFormat format) {
    Constellation points = format.constellation();
    double limit = 1.01 * points.minimumDistance(); // the next distance is √2 times as large
    int pairs = 0;
    for (int a = 0; a < points.size(); a++) {
      for (int b = 0; b < a; b++) {
        double distance = Math.hypot(points.re(a) - points.re(b), points.im(a) - points.im(b));
        assertThat(distance).isGreaterThan(0.99 * points.minimumDistance());
        if (distance < limit) {
          assertThat(Integer.bitCount(a ^ b)).isEqualTo(1);
          pairs++;
        }
      }
    }
    int levels = points.levels();
    assertThat(pairs).isEqualTo(2 * levels * (levels - 1));
  }

  @ParameterizedTest
  @EnumSource(names = "GAUSSIAN", mode = EnumSource.Mode.EXCLUDE)
  void decidesForTheNearestPoint(ModulationFormat format) {
    Constellation points = format.constellation();
    for (int i = 0; i < 40 * 40; i++) {
      int column = i % 40;
      int row = i / 40;
      double x = (column - 19.7) / 10;
      double y = (row - 19.3) / 10;
      int nearest = 0;
      for (int label = 1; label < points.size(); label++) {
        nearest = distance(points, label, x, y) < distance(points, nearest, x, y) ? label : nearest;
      }
      assertThat(points.decide(x, y)).isEqualTo(nearest);
    }
  }

  private static double distance(Constellation points, int label, double x, double y) {
    return Math.hypot(points.re(label) - x, points.im(label) - y);
  }

  @ParameterizedTest
  @CsvSource({
    "qpsk,QPSK",
    "16QAM,QAM16",
    "16-qam,QAM16",
    "DP-16QAM,QAM16",
    "PDM-QPSK,QPSK",
    "64 QAM,QAM64",
    "Gaussian,GAUSSIAN"
  })
  void findsFormatsByName(String name, ModulationFormat format) {
    assertThat(ModulationFormat.named(name)).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({"16QMA,16QAM", "qspk,QPSK", "64QAMM,64QAM", "gausian,gaussian"})
  void namesTheNearestFormat(String wrong, String nearest) {
    assertThatThrownBy(() -> ModulationFormat.named(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + wrong + "'")
        .hasMessageContaining("did you mean '" + nearest + "'")
        .hasMessageContaining("QPSK, 16QAM, 64QAM, gaussian");
  }

  @Test
  void gaussianSymbolsHaveNoConstellation() {
    assertThatThrownBy(ModulationFormat.GAUSSIAN::constellation)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("continuous");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 14})
  void refusesOtherNumbersOfBits(int bits) {
    assertThatThrownBy(() -> Constellation.squareQam(bits))
        .hasMessageContaining(Integer.toString(bits));
  }
}
