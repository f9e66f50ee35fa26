package org.lightpath.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Products in a JVM without the module jdk.incubator.vector: the suite is run in a child. */
class CpuMatmulPlainJavaTest {
  /** What the child process does. */
  static final class Child {
    private Child() {}

    /** Runs the suite and prints what failed. */
    public static void main(String[] arguments) {
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(DiscoverySelectors.selectClass(CpuNarrowMatmulTest.class))
              .build();
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      LauncherFactory.create().execute(request, listener);
      TestExecutionSummary summary = listener.getSummary();
      System.out.println(
          "vectors: " + ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
      System.out.println("succeeded: " + summary.getTestsSucceededCount());
      System.out.println("failed: " + summary.getTestsFailedCount());
      summary.getFailures().forEach(failure -> System.out.println(failure.getException()));
    }
  }

  @Test
  void plainJavaPassesTheSuite() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName())
            .redirectErrorStream(true)
            .start();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains("vectors: false").contains("failed: 0");
      assertThat(text).containsPattern("succeeded: [1-9]\\d\\d");
    }
  }
}
