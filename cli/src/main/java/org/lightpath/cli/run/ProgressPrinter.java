package org.lightpath.cli.run;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lightpath.fiber.Progress;

/**
 * Tells a person how far a run is: one line that is overwritten on a terminal, otherwise a plain
 * line every five percent or every minute.
 */
public final class ProgressPrinter {
  private static final int PLAIN_PERCENT = 5;
  private static final long PLAIN_NANOS = 60_000_000_000L;
  private static final long TERMINAL_NANOS = 100_000_000L;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier clock;
  private long lastNanos;
  private int lastPercent;
  private boolean lineOpen;
  private @Nullable Progress older;
  private @Nullable Progress newer;

  /**
   * Creates a printer.
   *
   * @param out where to print
   * @param terminal whether a person looks at a terminal
   * @param clock time in nanoseconds
   */
  public ProgressPrinter(PrintStream out, boolean terminal, LongSupplier clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.lastNanos = clock.getAsLong();
  }

  /** Prints a progress if it is time for it. */
  public void print(Progress progress) {
    remember(progress);
    int percent = progress.total() == 0 ? 100 : 100 * progress.done() / progress.total();
    if (isDue(percent, progress.done() == progress.total())) {
      show(
          String.format(
              Locale.ROOT,
              "%3d %%  %s of %s  %s elapsed, %s left",
              percent,
              length(progress.position()),
              length(progress.length()),
              duration(progress.elapsed()),
              duration(remaining(progress))));
    }
  }

  /**
   * Prints how many pieces of work of about the same size are done, if it is time for it.
   *
   * @param what a piece is, in the plural
   * @param done pieces
   * @param total pieces
   * @param elapsed time so far [s]
   */
  public void print(String what, int done, int total, double elapsed) {
    int percent = total == 0 ? 100 : Math.min(100, 100 * done / total);
    if (isDue(percent, done == total)) {
      double left = done == 0 ? Double.POSITIVE_INFINITY : elapsed * (total - done) / done;
      show(
          String.format(
              Locale.ROOT,
              "%3d %%  %d of %d %s  %s elapsed, %s left",
              percent,
              done,
              total,
              what,
              duration(elapsed),
              duration(Math.max(0, left))));
    }
  }

  private boolean isDue(int percent, boolean last) {
    long now = clock.getAsLong();
    boolean due =
        terminal
            ? now - lastNanos >= TERMINAL_NANOS
            : percent >= lastPercent + PLAIN_PERCENT || now - lastNanos >= PLAIN_NANOS;
    if (due || last) {
      lastNanos = now;
      lastPercent = percent;
    }
    return due || last;
  }

  private void show(String text) {
    if (terminal) {
      out.print(ERASE_LINE + text);
      out.flush();
      lineOpen = true;
    } else {
      out.println(text);
    }
  }

  /** Keeps two earlier states, the older one between a tenth and a fifth of the run ago. */
  private void remember(Progress progress) {
    Progress last = newer;
    if (last == null || progress.done() - last.done() >= Math.max(1, progress.total() / 10)) {
      older = last;
      newer = progress;
    }
  }

  /** Time left [s] at the latest pace: the first part of a run is slower, code being compiled. */
  private double remaining(Progress progress) {
    Progress before = older;
    if (before == null || before.done() == progress.done()) {
      return progress.remaining();
    }
    double pace =
        (progress.elapsed() - before.elapsed()) / (double) (progress.done() - before.done());
    return pace * (progress.total() - progress.done());
  }

  /** Clears the line on a terminal. */
  public void finish() {
    if (lineOpen) {
      out.print(ERASE_LINE);
      out.flush();
      lineOpen = false;
    }
  }

  /** A length with a prefix that suits it. */
  static String length(double metres) {
    double size = Math.abs(metres);
    if (size >= 1000) {
      return String.format(Locale.ROOT, "%.1f km", metres / 1000);
    }
    if (size >= 1 || size == 0) {
      return String.format(Locale.ROOT, "%.2f m", metres);
    }
    return String.format(Locale.ROOT, "%.2f mm", metres * 1000);
  }

  /** A duration in words. */
  public static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "?";
    }
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? "%d min %02d s".formatted(whole / 60, whole % 60)
        : "%d h %02d min".formatted(whole / 3600, whole % 3600 / 60);
  }
}
