package org.lightpath.cli.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.run.Digest;
import org.lightpath.cli.run.Interrupts;
import org.lightpath.cli.run.Json;
import org.lightpath.cli.run.ProgressPrinter;
import org.lightpath.cli.run.RunFailedException;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.cli.run.RunLog;
import org.lightpath.cli.run.UsageException;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.StepLimitException;
import org.lightpath.fiber.DivergedException;

/** One run of one experiment: from the checked file to the finished run folder. */
public final class RunSession {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final int SHORT_HASH = 6;

  private final ExperimentFile experiment;
  private final Options options;
  private final PrintStream out;
  private final Clock clock;

  /**
   * How to run.
   *
   * @param folder where to write; empty for a new folder below {@code runs/}
   * @param resume whether to continue an unfinished run
   * @param command the command line, for provenance
   */
  public record Options(Optional<Path> folder, boolean resume, String command) {}

  /** A session. */
  public RunSession(ExperimentFile experiment, Options options, PrintStream out, Clock clock) {
    this.experiment = experiment;
    this.options = options;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Runs the experiment.
   *
   * @param engine what computes; stays open
   * @return the exit code
   */
  public int run(Engine engine) {
    ObjectNode resolved = experiment.resolved();
    String fingerprint = Digest.hex(Json.text(resolved).getBytes(StandardCharsets.UTF_8));
    RunFolder folder = folder(fingerprint);
    if (finished(folder)) {
      out.println("already completed: " + folder.path());
      return ExitCode.DONE;
    }
    Interrupts interrupts = Interrupts.listen();
    int code = ExitCode.FAILED;
    try (RunLog log = RunLog.open(folder, clock)) {
      folder.write(RunFolder.EXPERIMENT, experiment.text());
      folder.write(RunFolder.RESOLVED, resolved);
      log.line("command: " + options.command());
      log.line("engine: %s, %s".formatted(engine.device().engine(), engine.device().name()));
      experiment.problems().warnings().forEach(one -> log.line(one.render()));
      code = run(engine, folder, log, interrupts, fingerprint);
    } finally {
      interrupts.finish(code);
    }
    return code;
  }

  private int run(
      Engine engine, RunFolder folder, RunLog log, Interrupts interrupts, String fingerprint) {
    long begin = System.nanoTime();
    ProgressPrinter printer = new ProgressPrinter(out, isTerminal(), System::nanoTime);
    RunContext context = new RunContext(folder, log, printer, interrupts, fingerprint);
    Summary summary = new Summary(experiment, engine, options.command());
    out.println("run folder: " + folder.path());
    try {
      Outcome outcome = experiment.prepared().run(engine, context);
      printer.finish();
      double elapsed = (System.nanoTime() - begin) * 1e-9;
      ObjectNode node = summary.of(outcome, experiment.prepared().plan(), elapsed);
      return conclude(outcome, node, folder, log);
    } catch (DivergedException
        | StepLimitException
        | RunFailedException
        | DeviceFailedException
        | OutOfMemoryError e) {
      printer.finish();
      String reason =
          e instanceof DeviceFailedException
              ? e.getMessage() + "; " + howToContinue(folder)
              : reason(e);
      log.line("failed: " + reason);
      tryToWriteFailure(folder, summary.failed(reason, (System.nanoTime() - begin) * 1e-9), log);
      throw new RunFailedException(reason, e);
    } catch (RuntimeException e) {
      printer.finish();
      log.line("failed: " + e);
      tryToWriteFailure(
          folder, summary.failed(e.toString(), (System.nanoTime() - begin) * 1e-9), log);
      throw e;
    }
  }

  private static String reason(Throwable failure) {
    return failure instanceof OutOfMemoryError
        ? "out of memory: %s; use fewer samples, a smaller batch, single precision, or a larger"
                .formatted(failure.getMessage())
            + " Java heap (JAVA_TOOL_OPTIONS=-Xmx…)"
        : String.valueOf(failure.getMessage());
  }

  private int conclude(Outcome outcome, ObjectNode summary, RunFolder folder, RunLog log) {
    if (!outcome.completed()) {
      folder.write(RunFolder.SUMMARY, summary);
      log.line("interrupted");
      out.println("interrupted; " + howToContinue(folder));
      return ExitCode.INTERRUPTED;
    }
    folder.write(RunFolder.SUMMARY, summary);
    folder.deleteFolder(RunFolder.CHECKPOINT);
    log.line("completed");
    new MetricsTable(out).print(summary);
    out.println("report: " + new FolderReport(folder).write(log::line));
    return ExitCode.DONE;
  }

  private String howToContinue(RunFolder folder) {
    String out = options.folder().isPresent() ? "" : " --out " + folder.path();
    String resume = options.resume() ? "" : " --resume";
    String from =
        Files.exists(folder.file(RunFolder.CHECKPOINT))
            ? "continue from the checkpoint with"
            : "there is no checkpoint yet; start again in the same folder with";
    return "%s: %s%s%s".formatted(from, options.command(), out, resume);
  }

  /** On a full disk not even the summary fits; the error itself is told anyway. */
  private static void tryToWriteFailure(RunFolder folder, ObjectNode summary, RunLog log) {
    try {
      folder.write(RunFolder.SUMMARY, summary);
    } catch (RunFailedException e) {
      log.line(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  private RunFolder folder(String fingerprint) {
    if (options.resume()) {
      Optional<Path> unfinished =
          options.folder().filter(Files::isDirectory).or(() -> newestUnfinished(fingerprint));
      if (unfinished.isPresent()) {
        return continued(unfinished.get(), fingerprint);
      }
    }
    return RunFolder.create(options.folder().orElseGet(() -> newPath(fingerprint)));
  }

  private RunFolder continued(Path path, String fingerprint) {
    RunFolder folder = RunFolder.open(path);
    Path resolved = folder.file(RunFolder.RESOLVED);
    try {
      if (Files.exists(resolved) && !Digest.hex(Files.readAllBytes(resolved)).equals(fingerprint)) {
        throw new UsageException(
            ("%s holds a run of another experiment (its resolved.json differs), so it cannot be"
                    + " continued with this one; use the same file and options, or another --out")
                .formatted(path));
      }
      folder.deleteParts();
      return folder;
    } catch (IOException e) {
      throw new RunFailedException("cannot read %s: %s".formatted(resolved, e.getMessage()), e);
    }
  }

  private Path newPath(String fingerprint) {
    return Path.of("runs")
        .resolve(stem() + "-" + STAMP.format(clock.instant()) + "-" + shortHash(fingerprint));
  }

  /** The experiment's name as part of a file name. */
  private String stem() {
    return experiment.values().get(CommonKeys.NAME).replaceAll("[^\\p{Alnum}._-]+", "-");
  }

  private static String shortHash(String fingerprint) {
    return fingerprint.substring(0, SHORT_HASH);
  }

  private Optional<Path> newestUnfinished(String fingerprint) {
    Path runs = Path.of("runs");
    if (options.folder().isPresent() || !Files.isDirectory(runs)) {
      return Optional.empty();
    }
    String begin = stem() + "-";
    String end = "-" + shortHash(fingerprint);
    try (Stream<Path> folders = Files.list(runs)) {
      List<Path> candidates =
          folders
              .filter(path -> path.getFileName().toString().startsWith(begin))
              .filter(path -> path.getFileName().toString().endsWith(end))
              .filter(path -> !finished(RunFolder.open(path)))
              .toList();
      return candidates.stream().max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new RunFailedException("cannot read %s: %s".formatted(runs, e.getMessage()), e);
    }
  }

  private static boolean finished(RunFolder folder) {
    Path summary = folder.file(RunFolder.SUMMARY);
    if (!Files.exists(summary)) {
      return false;
    }
    try {
      JsonNode status = Json.read(summary).path("status");
      return status.asText().equals("completed");
    } catch (IOException _) {
      return false; // an unreadable summary is not that of a completed run
    }
  }
}
