package org.lightpath.datasets.preset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every preset says where each of its values comes from. */
class PresetsTest {
  @Test
  void everyValueHasASource() {
    assertThat(Presets.all()).hasSizeGreaterThan(5);
    for (Preset preset : Presets.all()) {
      assertThat(preset.values()).as(preset.name()).isNotEmpty();
      for (Preset.Value value : preset.values()) {
        assertThat(value.source())
            .as(preset.name() + "." + value.key())
            .isNotBlank()
            .isNotEqualTo("typical"); // of what?
      }
    }
  }

  @Test
  void presetsAreFoundByNameAndKind() {
    assertThat(Presets.find("smf")).isPresent();
    assertThat(Presets.find("SMF")).isEmpty();
    assertThat(Presets.ofKind(Presets.FIBRE)).extracting(Preset::name).contains("smf", "dcf");
    assertThat(Presets.ofKind(Presets.AMPLIFIER)).extracting(Preset::name).contains("edfa");
  }
}
