package org.lightpath.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void linearMarksAreFewEvenAndNiceOnAnyInterval() {
    Random random = new Random(20261123);
    for (int trial = 0; trial < 5000; trial++) {
      double span = Math.pow(10, 24 * random.nextDouble() - 12);
      double low = (random.nextDouble() - 0.5) * span * Math.pow(10, 3 * random.nextDouble());
      int most = 2 + random.nextInt(14);
      Ticks ticks = Ticks.linear(low, low + span, most);
      double step = Ticks.step(span, most);
      // Positions are products of an integer and the step: rounding of the ends is all that is
      // left.
      double rounding = 1e-9 * step + 4 * Math.ulp(Math.abs(low) + span);
      assertThat(ticks.values()).hasSizeLessThanOrEqualTo(most);
      assertThat(ticks.values())
          .allSatisfy(v -> assertThat(v).isBetween(low - rounding, low + span + rounding));
      for (int i = 1; i < ticks.values().size(); i++) {
        double gap = ticks.values().get(i) - ticks.values().get(i - 1);
        assertThat(Math.abs(gap - step)).isLessThanOrEqualTo(rounding);
      }
      assertThat(leadingDigit(step)).isIn(1L, 2L, 5L);
    }
  }

  private static long leadingDigit(double step) {
    double decade = Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
    return Math.round(step / decade);
  }

  @Test
  void linearLabelsAreDistinctAndReadBackAsTheirValues() {
    Random random = new Random(7);
    for (int trial = 0; trial < 2000; trial++) {
      double low = 2000 * (random.nextDouble() - 0.5);
      double span = Math.pow(10, 6 * random.nextDouble() - 3);
      Ticks ticks = Ticks.linear(low, low + span, 8);
      assertThat(ticks.labels()).doesNotHaveDuplicates().hasSameSizeAs(ticks.values());
      for (int i = 0; i < ticks.labels().size(); i++) {
        double read = Double.parseDouble(ticks.labels().get(i).replace('−', '-'));
        assertThat(Math.abs(read - ticks.values().get(i))).isLessThan(1e-6 * Ticks.step(span, 8));
      }
    }
  }

  @Test
  void knownIntervals() {
    assertThat(Ticks.linear(0, 1, 6).labels())
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(Ticks.linear(-60, 3, 5).labels()).containsExactly("−60", "−40", "−20", "0");
    assertThat(Ticks.linear(193.14, 193.69, 8).labels()).contains("193.2", "193.6");
  }

  @Test
  void logarithmicMarksAreDecades() {
    Ticks ticks = Ticks.logarithmic(3e-14, 2e-9, 8);
    assertThat(ticks.labels()).containsExactly("10⁻¹³", "10⁻¹²", "10⁻¹¹", "10⁻¹⁰", "10⁻⁹");
    assertThat(ticks.minor()).contains(4e-14, 2e-12).doesNotContain(2e-14);
  }

  @Test
  void logarithmicMarksThinOutOverManyDecadesAndFillOne() {
    assertThat(Ticks.logarithmic(1e-30, 1, 6).values()).hasSizeLessThanOrEqualTo(7);
    assertThat(Ticks.logarithmic(1.5, 6, 6).values()).isEqualTo(List.of(1.5, 2.0, 3.0, 4.0, 5.0));
    assertThat(Ticks.logarithmic(1.5, 6, 3).labels()).isEqualTo(List.of("2", "5"));
    assertThat(Ticks.logarithmic(3.1, 4.2, 6).values()).isNotEmpty();
  }

  /** A margin around the largest numbers overflows to infinity. */
  @Test
  void logarithmicMarksEndWithTheNumbers() {
    Ticks ticks = Ticks.logarithmic(1e-6, Double.POSITIVE_INFINITY, 8);
    assertThat(ticks.values()).hasSizeBetween(2, 8).allMatch(Double::isFinite);
    assertThat(Ticks.logarithmic(0, 1, 8).values()).hasSizeBetween(2, 8);
  }
}
