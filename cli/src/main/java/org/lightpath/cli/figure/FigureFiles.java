package org.lightpath.cli.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the figures of a run: SVG always, PNG where the machine can draw. */
public final class FigureFiles {
  /** Draws a chart as a PNG file. */
  @FunctionalInterface
  interface Painter {
    byte[] png(Chart chart) throws IOException;
  }

  private final Painter painter;

  /** Writes with what this Java runtime offers. */
  public FigureFiles() {
    this(Figures::png);
  }

  FigureFiles(Painter painter) {
    this.painter = painter;
  }

  /**
   * Writes {@code ID.svg} and {@code ID.png} of every chart, and the pictures beside it, into
   * {@code folder}. Files appear whole or not at all.
   *
   * @param log takes one line if PNG is left out
   * @throws IOException if the folder cannot be written
   */
  public void write(List<Chart> charts, Path folder, Consumer<String> log) throws IOException {
    Files.createDirectories(folder);
    for (Chart chart : charts) {
      byte[] svg = Figures.standaloneSvg(chart).getBytes(StandardCharsets.UTF_8);
      whole(folder.resolve(chart.id() + ".svg"), svg);
      for (Map.Entry<String, Picture> file : chart.files().entrySet()) {
        whole(folder.resolve(file.getKey() + ".png"), file.getValue().encode());
      }
    }
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      log.accept(
          "PNG figures left out: "
              + obstacle.get()
              + ". The SVG figures are complete; for PNG install fontconfig and a font.");
      return;
    }
    for (Chart chart : charts) {
      whole(folder.resolve(chart.id() + ".png"), painter.png(chart));
    }
  }

  /**
   * Why this machine cannot draw, found out with a chart that needs a font. Only the absence of
   * graphics shows here: without fontconfig or native libraries Java 2D fails with linkage errors,
   * internal errors or runtime exceptions that differ between releases.
   */
  private Optional<String> obstacle() throws IOException {
    try {
      painter.png(Chart.named("probe", "probe").build());
      return Optional.empty();
    } catch (LinkageError | InternalError | RuntimeException missing) {
      String reason = missing.getMessage();
      String name = missing.getClass().getSimpleName();
      return Optional.of(
          "Java 2D does not work here (" + name + (reason == null ? ")" : ": " + reason + ")"));
    }
  }

  private static void whole(Path file, byte[] content) throws IOException {
    Path name = file.getFileName();
    Path beside = file.resolveSibling("." + name + ".part");
    try {
      Files.write(beside, content);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
