package org.lightpath.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lightpath.photonic.device.Provenance;

class AccountPresetsTest {
  /** A number without an entry in the list would be printed nowhere. */
  @Test
  void everyNumberIsListedWithItsSource() {
    long constants =
        Arrays.stream(AccountPresets.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .filter(field -> field.getType() == AccountPresets.Value.class)
            .count();

    assertThat(AccountPresets.all()).hasSize((int) constants).doesNotHaveDuplicates();
    assertThat(AccountPresets.all())
        .filteredOn(value -> value.provenance().kind() == Provenance.Kind.ASSUMED)
        .allSatisfy(value -> assertThat(value.provenance().label()).contains("unverified"));
  }

  @Test
  void digitalProductsCostWhatTheBaselineDoes() {
    assertThat(AccountPresets.DIGITAL_MAC.value()).isCloseTo(25.65e-12, within(0.005e-12));
    assertThat(AccountPresets.PATH_LOSS.value()).isEqualTo(4.96);
    // 20 km at 1.468: 97.9 µs.
    assertThat(AccountPresets.paths().inputs().delay()).isCloseTo(97.93e-6, within(0.01e-6));
  }
}
