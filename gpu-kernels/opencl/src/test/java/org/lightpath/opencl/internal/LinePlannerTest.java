package org.lightpath.opencl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.core.fft.SmoothLength;

/** Plans keep to the limits of a device, for every length; no device is needed. */
class LinePlannerTest {
  private static final int SINGLE = Float.BYTES;
  private static final int DOUBLE = Double.BYTES;
  private static final Limits USUAL = new Limits(256, 48 * 1024, SINGLE);
  private static final Limits SMALL = new Limits(256, 32 * 1024, SINGLE);

  @Test
  void longestResidentFieldFitsSmallGroupsAndLocalMemory() {
    LinePlan plan = LinePlanner.rows(USUAL, 4096, 2, 1).orElseThrow();
    assertThat(plan.radices()).containsExactly(16, 16, 16);
    assertThat(plan.group()).isEqualTo(256);
    assertThat(plan.points()).isEqualTo(16);
    assertThat(plan.localBytes()).isLessThanOrEqualTo(48 * 1024);
    assertThat(LinePlanner.rows(SMALL, 4096, 2, 1)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {SINGLE, DOUBLE})
  void everyLengthHasAPlanWithinTheLimits(int realBytes) {
    Limits limits = new Limits(256, 32 * 1024, realBytes);
    IntStream.concat(IntStream.rangeClosed(1, 5000), IntStream.rangeClosed(39_000, 40_000))
        .filter(SmoothLength::isSmooth)
        .forEach(
            n -> {
              Optional<LinePlan> line = LinePlanner.rows(limits, n, 2, 7);
              if (line.isPresent()) {
                check(line.get(), limits);
              } else {
                FourStep split = FourStep.plan(limits, n, 2, 14).orElseThrow();
                assertThat(split.samples()).isEqualTo(n);
                assertThat(split.rows().length() % split.columns().lines()).isZero();
                check(split.columns(), limits);
                check(split.rows(), limits);
              }
            });
  }

  @Test
  void lengthsUpToTwoToThe24AreStreamed() {
    for (int modes = 1; modes <= 2; modes++) {
      for (int realBytes : new int[] {SINGLE, DOUBLE}) {
        Limits limits = new Limits(256, 48 * 1024, realBytes);
        assertThat(FourStep.plan(limits, 1 << 24, modes, modes)).isPresent();
        assertThat(FourStep.plan(limits, 9_765_625, modes, modes)).isPresent();
      }
    }
  }

  @Test
  void batchDoesNotChangeTheArithmetic() {
    LinePlan one = LinePlanner.rows(USUAL, 1000, 1, 1).orElseThrow();
    LinePlan many = LinePlanner.rows(USUAL, 1000, 1, 1000).orElseThrow();
    assertThat(many.radices()).isEqualTo(one.radices());
    FourStep alone = FourStep.plan(USUAL, 1 << 18, 1, 1).orElseThrow();
    FourStep batch = FourStep.plan(USUAL, 1 << 18, 1, 4096).orElseThrow();
    assertThat(batch.columns().radices()).isEqualTo(alone.columns().radices());
    assertThat(batch.rows().radices()).isEqualTo(alone.rows().radices());
  }

  private static void check(LinePlan plan, Limits limits) {
    assertThat(plan.radices().stream().reduce(1, (a, b) -> a * b)).isEqualTo(plan.length());
    assertThat(plan.group()).isLessThanOrEqualTo(limits.group());
    assertThat(plan.localBytes()).isLessThanOrEqualTo(limits.localBytes());
    assertThat(plan.points() * plan.modes()).isLessThanOrEqualTo(limits.crowded().samples());
    int[] bins = plan.bins();
    Arrays.sort(bins);
    assertThat(bins).isEqualTo(IntStream.range(0, plan.length()).toArray());
  }
}
