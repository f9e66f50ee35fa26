package org.lightpath.opencl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankPaddingTest {
  private static final long LOCAL_BYTES = 48 * 1024;

  private static LinePlan rows(int length, int realBytes) {
    return LinePlanner.rows(new Limits(1024, LOCAL_BYTES, realBytes), length, 1, 1024)
        .orElseThrow();
  }

  static Stream<LinePlan> plans() {
    Limits single = new Limits(1024, LOCAL_BYTES, Float.BYTES);
    return Stream.concat(
        Stream.of(64, 96, 120, 256, 360, 512, 1000, 1024, 2048, 3600, 4096, 8192)
            .map(length -> rows(length, Float.BYTES)),
        Stream.concat(
            Stream.of(256, 1000, 4096).map(length -> rows(length, Double.BYTES)),
            Stream.of(64, 90, 256, 1024)
                .map(length -> LinePlanner.columns(single, length, 1, 8).orElseThrow().plan())));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void slotsAreApartAndFitThePlane(LinePlan plan) {
    for (int stage = 1; stage < plan.radices().size(); stage++) {
      BankPadding padding = BankPadding.of(plan, stage);
      Set<Integer> slots = new HashSet<>();
      for (int i = 0; i < plan.length() * plan.lines(); i++) {
        assertThat(slots.add(padding.slot(i))).isTrue();
        assertThat(padding.slot(i)).isLessThan(plan.plane());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void isNeverWorseThanNoneOrTheDensest(LinePlan plan) {
    for (int stage = 1; stage < plan.radices().size(); stage++) {
      int turns = BankPadding.turns(BankPadding.of(plan, stage), plan, stage);
      assertThat(turns).isLessThanOrEqualTo(BankPadding.turns(BankPadding.NONE, plan, stage));
      assertThat(turns).isLessThanOrEqualTo(BankPadding.turns(BankPadding.densest(), plan, stage));
    }
  }

  /** 128 items are 4 warps: one turn each to write and one to read is the least there can be. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void noTwoItemsOfAWarpMeetWith4096Samples(int stage) {
    LinePlan plan = rows(4096, Float.BYTES);
    assertThat(BankPadding.turns(BankPadding.of(plan, stage), plan, stage)).isEqualTo(8);
    assertThat(BankPadding.turns(BankPadding.NONE, plan, stage)).isGreaterThan(8);
  }
}
