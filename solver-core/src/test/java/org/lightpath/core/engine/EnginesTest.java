package org.lightpath.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EnginesTest {
  @Test
  void aNamedEngineThatIsMissingIsAnErrorThatNamesTheOthers() {
    assertThatThrownBy(() -> Engines.choose("quantum"))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("quantum")
        .hasMessageContaining("reference");
  }

  @Test
  void aMissingDeviceIsAnError() {
    assertThatThrownBy(() -> Engines.open("reference", new EngineOptions(3, 0)))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("no device 3");
  }

  @Test
  void theReferenceIsNeverAutomatic() {
    assertThat(Engines.providers())
        .filteredOn(provider -> provider.name().equals("reference"))
        .singleElement()
        .satisfies(provider -> assertThat(provider.rank()).isNegative());
  }

  @Test
  void anEngineThatCanBeAddedSaysHow() {
    assertThat(Engines.absent()).containsOnlyKeys("tornado");
    assertThatThrownBy(() -> Engines.choose("tornado"))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("engine 'tornado' is not available")
        .hasMessageContaining("TORNADOVM_HOME");
  }
}
