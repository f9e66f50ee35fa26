package org.lightpath.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.lightpath.cli.figure.FigureFiles;

/** Writes the report of a run and its figures into the run folder. */
public final class ReportWriter {
  private final FigureFiles figures;

  /** Writes with what this Java runtime offers. */
  public ReportWriter() {
    this(new FigureFiles());
  }

  ReportWriter(FigureFiles figures) {
    this.figures = figures;
  }

  /**
   * Writes {@code plots/*.svg}, {@code plots/*.png} and {@code report.html}. Files appear whole or
   * not at all.
   *
   * @param folder the run folder
   * @param data what it holds
   * @param log takes lines for {@code run.log}
   * @return the report file
   * @throws IOException if the folder cannot be written
   */
  public Path write(Path folder, RunData data, Consumer<String> log) throws IOException {
    RunReport report = RunReport.of(data);
    figures.write(report.charts(), folder.resolve("plots"), log);
    Path file = folder.resolve("report.html");
    Path beside = folder.resolve(".report.html.part");
    try {
      Files.writeString(beside, HtmlPage.of(report), StandardCharsets.UTF_8);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    return file;
  }
}
