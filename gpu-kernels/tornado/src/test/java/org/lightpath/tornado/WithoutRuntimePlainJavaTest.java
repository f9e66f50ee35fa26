package org.lightpath.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineUnavailableException;
import org.lightpath.core.engine.Engines;

/** A JVM that TornadoVM's options are missing from: the engine is there and says what it needs. */
class WithoutRuntimePlainJavaTest {
  @Test
  void theEngineSaysWhatIsMissing() {
    assertThat(Engines.absent()).doesNotContainKey("tornado");
    assertThatThrownBy(() -> Engines.choose("tornado"))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("TORNADOVM_HOME");
    assertThatThrownBy(() -> new TornadoEngineProvider().open(EngineOptions.DEFAULT))
        .isInstanceOf(EngineUnavailableException.class);
    assertThat(new TornadoEngineProvider().devices()).isEmpty();
  }
}
