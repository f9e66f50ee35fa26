package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.cli.run.UsageException;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;

class FftwContenderTest {
  @Test
  void theVersionStringSaysTheCodelets() {
    assertThat(FftwContender.described("fftw-3.3.10-sse2-avx"))
        .isEqualTo("FFTW 3.3.10, codelets: sse2 avx");
    assertThat(FftwContender.described("fftw-3.3.10-fma-sse2-avx-avx2-avx2_128-avx512"))
        .isEqualTo("FFTW 3.3.10, codelets: fma sse2 avx avx2 avx2_128 avx512");
    assertThat(FftwContender.described("fftw-3.3.8")).isEqualTo("FFTW 3.3.8, codelets: none");
    assertThat(FftwContender.described("Intel(R) MKL")).isEqualTo("Intel(R) MKL");
  }

  @Test
  void aPrefixWithoutTheLibraryIsAnError(@TempDir Path folder) {
    Contender host = new EngineContender(Engines.choose("cpu"), new EngineOptions(0, 1));
    assertThatThrownBy(() -> FftwContender.build(host, Optional.of(folder), _ -> {}))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("LIGHTPATH_FFTW=" + folder)
        .hasMessageContaining("lib/libfftw3f.so");
  }
}
