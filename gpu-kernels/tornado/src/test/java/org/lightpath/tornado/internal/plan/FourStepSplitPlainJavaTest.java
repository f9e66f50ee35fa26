package org.lightpath.tornado.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Splits of lengths that do not fit local memory. */
class FourStepSplitPlainJavaTest {
  private static final int CAPACITY = 1024;
  private static final int COMPLEX_BYTES = 16;

  @ParameterizedTest
  @CsvSource({"1250, 1", "2048, 2", "65536, 2", "98304, 1", "16807, 2", "1048576, 1", "524288, 2"})
  void everySplitFits(int samples, int together) {
    FourStepSplit split =
        FourStepSplit.of(samples, together, CAPACITY, COMPLEX_BYTES).orElseThrow();
    assertThat(split.height() * split.length()).isEqualTo(samples);
    assertThat(split.length()).isLessThanOrEqualTo(CAPACITY);
    assertThat(split.height() * split.columns() * together).isLessThanOrEqualTo(CAPACITY);
    assertThat(split.columns()).isBetween(1, split.length());
  }

  @ParameterizedTest
  @CsvSource({"2097152, 1", "1048576, 2"})
  void whatIsTooLongHasNone(int samples, int together) {
    assertThat(FourStepSplit.of(samples, together, CAPACITY, COMPLEX_BYTES)).isEmpty();
  }
}
