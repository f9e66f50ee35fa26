package org.lightpath.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimationTest {
  private static final int COLUMNS = 500;

  private static Points noise(int count) {
    Random random = new Random(3);
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = COLUMNS * i / (double) count;
      y[i] = random.nextGaussian();
    }
    return Points.of(x, y);
  }

  @Test
  void everyColumnKeepsItsExtremes() {
    Points all = noise(60_000);
    Points kept = Decimation.perColumn(all);
    assertThat(kept.size()).isBetween(2 * COLUMNS, 4 * COLUMNS);
    for (int column = 0; column < COLUMNS; column++) {
      assertThat(column(kept, column).min()).isEqualTo(column(all, column).min());
      assertThat(column(kept, column).max()).isEqualTo(column(all, column).max());
    }
  }

  private static Samples column(Points points, int column) {
    double[] values = new double[points.size()];
    for (int i = 0; i < values.length; i++) {
      boolean inside = (int) points.x().get(i) == column;
      values[i] = inside ? points.y().get(i) : Double.NaN;
    }
    return Samples.of(values);
  }

  @Test
  void gapsStayGaps() {
    Points all = noise(60_000);
    double[] y = all.y().toArray();
    Arrays.fill(y, 20_000, 30_000, Double.NaN);
    Points kept = Decimation.perColumn(new Points(all.x(), Samples.of(y)));
    boolean gap = false;
    for (int i = 0; i < kept.size(); i++) {
      gap |= Double.isNaN(kept.y().get(i));
    }
    assertThat(gap).isTrue();
    assertThat(kept.size()).isLessThan(4 * COLUMNS + 8);
  }

  @Test
  void linesThatRunBackStayAsTheyAre() {
    Points loop = Points.of(new double[100], noise(100).y().toArray());
    double[] x = loop.x().toArray();
    x[50] = 5;
    Points back = new Points(Samples.of(x), loop.y());
    assertThat(Decimation.perColumn(back)).isSameAs(back);
  }

  @Test
  void evenChoiceIsBoundedAndSpansTheRow() {
    Points kept = Decimation.evenly(noise(60_000), 5000);
    assertThat(kept.size()).isEqualTo(5000);
    assertThat(kept.x().max()).isGreaterThan(0.999 * COLUMNS);
  }
}
