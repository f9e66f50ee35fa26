package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.photonic.energy.published.AlbireoPower;
import org.lightpath.photonic.energy.published.OurTables;
import org.lightpath.photonic.energy.published.PublishedTable;
import org.lightpath.photonic.energy.published.PublishedTables;

/**
 * P10: Table III of Albireo (ISCA 2021) and its area, from unit values and counts. The table prints
 * two decimals: half of the last one counts where it is more than the tolerance.
 */
class P10AlbireoTest {
  static final double TOLERANCE = 0.01;
  static final double AREA = 124.6;
  private static final double HALF_DIGIT = 0.005;

  @Test
  void powerIsTableThree() {
    PublishedTable published = PublishedTables.albireoPower();
    PublishedTable ours = OurTables.albireoPower();
    for (PublishedTable.Row row : published.rows()) {
      for (String column : published.columns()) {
        double expected = published.value(row.name(), column);
        assertThat(ours.value(row.name(), column))
            .as("%s, %s", row.name(), column)
            .isCloseTo(expected, within(Math.max(TOLERANCE * expected, HALF_DIGIT + 1e-9)));
      }
    }
  }

  @Test
  void areaIsThePublishedOne() {
    assertThat(AlbireoPower.area().totalSquareMillimetres())
        .isCloseTo(AREA, within(TOLERANCE * AREA));
    assertThat(AlbireoPower.area().share("AWG")).isCloseTo(0.72, within(HALF_DIGIT + 1e-9));
  }

  /** Counter-check: generations differ by far more than the tolerance. */
  @Test
  void generationsDiffer() {
    PublishedTable ours = OurTables.albireoPower();
    assertThat(ours.value("conservative", "total"))
        .isGreaterThan(3 * ours.value("moderate", "total"));
  }
}
