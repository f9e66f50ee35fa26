package org.lightpath.opencl.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lightpath.opencl.OpenClPresence;
import org.lightpath.opencl.internal.tuning.TuningMode;

/** What names the mode, and what a wrong name does. */
class TuningSettingTest {
  private final @Nullable String before = System.getProperty(TuningMode.PROPERTY);

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(TuningMode.PROPERTY);
    } else {
      System.setProperty(TuningMode.PROPERTY, before);
    }
  }

  @Test
  void modesAreNamedInAnyCase() {
    for (TuningMode mode : TuningMode.values()) {
      System.setProperty(TuningMode.PROPERTY, mode.name());
      assertThat(TuningMode.current()).isEqualTo(mode);
      System.setProperty(TuningMode.PROPERTY, mode.word() + " ");
      assertThat(TuningMode.current()).isEqualTo(mode);
    }
    System.setProperty(TuningMode.PROPERTY, "");
    assertThat(TuningMode.current()).isEqualTo(TuningMode.STORED);
  }

  @Test
  void wrongNamesAreRefusedButDevicesAreListed() {
    System.setProperty(TuningMode.PROPERTY, "always");
    assertThatThrownBy(TuningMode::current)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'always'")
        .hasMessageContaining("off, stored, measure, renew");
    DeviceInfo device = OpenClPresence.require(1).getFirst();
    assertThat(device.describe().notes()).anyMatch(note -> note.contains("'always'"));
  }
}
