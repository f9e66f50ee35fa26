package org.lightpath.validation;

import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs conformance and validation where there is no build: on the runtime of the image.
 *
 * <p>Arguments: {@code conformance} (the OpenCL engine against the reference), {@code
 * conformance-aparapi} (the Aparapi engine) or {@code validation} (all claims), a file for one line
 * a test (status, seconds, name, reason), and a pattern of class names, all if left out. Tests that
 * are slow run with {@code -Dlightpath.validation=full}. Exit code: 0 all passed or were skipped, 1
 * some failed, 2 nothing was found.
 */
public final class Checks {
  private static final Map<String, String> PACKAGES =
      Map.of(
          "conformance", "org.lightpath.opencl",
          "conformance-aparapi", "org.lightpath.aparapi",
          "validation", "org.lightpath.validation");

  /** What these look at is the source tree. */
  private static final String NEED_SOURCES = ".*\\.(ClaimsTest|LayeringTest)";

  private Checks() {}

  /** Runs what the arguments name. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2 || !PACKAGES.containsKey(arguments[0])) {
      System.err.println(
          "usage: lightpath-checks conformance|conformance-aparapi|validation FILE.tsv [CLASSES]");
      System.exit(2);
    }
    String classes = arguments.length > 2 ? arguments[2] : ".*Test";
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectPackage(PACKAGES.get(arguments[0])))
            .filters(includeClassNamePatterns(classes), excludeClassNamePatterns(NEED_SOURCES));
    if (!"full".equals(System.getProperty("lightpath.validation"))) {
      request.filters(TagFilter.excludeTags("slow"));
    }
    System.exit(run(request.build(), Path.of(arguments[1])));
  }

  private static int run(LauncherDiscoveryRequest request, Path file) throws IOException {
    try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(file))) {
      Report report = new Report(lines);
      LauncherFactory.create().execute(request, report);
      return report.end();
    }
  }

  /** One line a test, and a summary. */
  private static final class Report implements TestExecutionListener {
    private final PrintWriter lines;
    private final Map<String, Long> starts = new HashMap<>();
    private final Map<String, Integer> totals = new HashMap<>();
    private @Nullable TestPlan plan;

    Report(PrintWriter lines) {
      this.lines = lines;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
      plan = started;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
      starts.put(test.getUniqueId(), System.nanoTime());
      if (test.isContainer() && test.getParentId().isPresent()) {
        System.out.println(name(test));
      }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      line("skipped", test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      String problem = result.getThrowable().map(Throwable::toString).orElse("");
      switch (result.getStatus()) {
        case SUCCESSFUL -> {
          if (test.isTest()) {
            line("passed", test, "");
          }
        }
        case ABORTED -> line("skipped", test, problem);
        case FAILED -> {
          line("failed", test, problem);
          System.out.printf("  FAILED %s: %s%n", name(test), problem);
        }
      }
    }

    private void line(String status, TestIdentifier test, String reason) {
      double seconds =
          (System.nanoTime() - starts.getOrDefault(test.getUniqueId(), System.nanoTime())) * 1e-9;
      lines.printf(
          "%s\t%.3f\t%s\t%s%n", status, seconds, name(test), reason.replaceAll("\\s+", " "));
      lines.flush();
      totals.merge(status, 1, Integer::sum);
    }

    private String name(TestIdentifier test) {
      String own = test.getDisplayName();
      return Optional.ofNullable(plan)
          .flatMap(known -> known.getParent(test))
          .filter(parent -> parent.getParentId().isPresent())
          .map(parent -> name(parent) + " > " + own)
          .orElse(own);
    }

    int end() {
      List<Integer> counts =
          Stream.of("passed", "failed", "skipped")
              .map(status -> totals.getOrDefault(status, 0))
              .toList();
      System.out.printf(
          "%d passed, %d failed, %d skipped%n", counts.get(0), counts.get(1), counts.get(2));
      return counts.get(1) > 0 ? 1 : counts.get(0) + counts.get(2) == 0 ? 2 : 0;
    }
  }
}
