package org.lightpath.datasets.waveform;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lightpath.core.quantity.Quantity;
import org.lightpath.core.quantity.QuantityKind;

/**
 * Reads envelopes from text: comma-separated columns under a header that names units.
 *
 * <p>Header, for instance {@code time [ps], re [sqrt(W)], im [sqrt(W)]} or {@code time [ps], power
 * [mW], phase [rad]}; phase may be left out. Lines that begin with {@code #} are comments.
 */
public final class WaveformFiles {
  private static final Pattern COLUMN = Pattern.compile("\\s*(\\w+)\\s*\\[\\s*(.+?)\\s*]\\s*");
  private static final Pattern ROOT = Pattern.compile("(?:sqrt\\((.+)\\)|√\\(?(.+?)\\)?)");

  private WaveformFiles() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or understood; the message names file and line
   */
  public static SampledWaveform read(Path file) throws IOException {
    try {
      return new Reader(file).read(Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new IOException("%s does not exist".formatted(file), e);
    } catch (MalformedInputException e) {
      throw new IOException("%s is not a text file in UTF-8".formatted(file), e);
    }
  }

  private record ColumnHead(String name, double scale) {}

  private static final class Reader {
    private final Path file;

    Reader(Path file) {
      this.file = file;
    }

    SampledWaveform read(List<String> lines) throws IOException {
      List<ColumnHead> heads = List.of();
      List<double[]> rows = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (heads.isEmpty()) {
          heads = header(line, i + 1);
        } else {
          rows.add(row(line, heads, i + 1));
        }
      }
      if (rows.size() < 2) {
        throw new IOException(
            "%s: %d rows of samples, expected at least 2".formatted(file, rows.size()));
      }
      return waveform(heads, rows);
    }

    private IOException wrong(int line, String message) {
      return new IOException("%s:%d: %s".formatted(file, line, message));
    }

    private List<ColumnHead> header(String line, int number) throws IOException {
      List<ColumnHead> heads = new ArrayList<>();
      for (String part : line.split(",", -1)) {
        Matcher matcher = COLUMN.matcher(part);
        if (!matcher.matches()) {
          throw wrong(
              number,
              "'%s' is not a column with its unit: expected a header such as"
                      .formatted(part.strip())
                  + " 'time [ps], re [sqrt(W)], im [sqrt(W)]'");
        }
        heads.add(new ColumnHead(matcher.group(1), scale(matcher, number)));
      }
      List<String> names = heads.stream().map(ColumnHead::name).toList();
      if (!names.equals(List.of("time", "re", "im"))
          && !names.equals(List.of("time", "power", "phase"))
          && !names.equals(List.of("time", "power"))) {
        throw wrong(
            number,
            "columns %s: expected time, re, im, or time, power, phase, or time, power"
                .formatted(names));
      }
      return heads;
    }

    private double scale(Matcher column, int number) throws IOException {
      String unit = column.group(2);
      try {
        return switch (column.group(1)) {
          case "time" -> Quantity.parse("1 " + unit, QuantityKind.TIME);
          case "power" -> Quantity.parse("1 " + unit, QuantityKind.POWER);
          case "phase" -> Quantity.parse("1 " + unit, QuantityKind.ANGLE);
          case "re", "im" -> amplitude(unit);
          default -> 1;
        };
      } catch (IllegalArgumentException e) {
        throw wrong(number, "column %s: %s".formatted(column.group(1), e.getMessage()));
      }
    }

    private static double amplitude(String unit) {
      Matcher root = ROOT.matcher(unit);
      if (!root.matches()) {
        throw new IllegalArgumentException(
            "'%s' is not a unit of amplitude: expected sqrt(W), sqrt(mW), …".formatted(unit));
      }
      String inside = root.group(1) == null ? root.group(2) : root.group(1);
      return Math.sqrt(Quantity.parse("1 " + inside, QuantityKind.POWER));
    }

    private double[] row(String line, List<ColumnHead> heads, int number) throws IOException {
      String[] parts = line.split(",", -1);
      if (parts.length != heads.size()) {
        throw wrong(
            number,
            "%d values, expected %d as in the header".formatted(parts.length, heads.size()));
      }
      double[] row = new double[parts.length];
      for (int c = 0; c < row.length; c++) {
        row[c] = number(parts[c].strip(), number) * heads.get(c).scale();
      }
      return row;
    }

    private double number(String text, int line) throws IOException {
      try {
        double value = Double.parseDouble(text);
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException _) {
        throw wrong(line, "'%s' is not a number".formatted(text));
      }
      throw wrong(line, "'%s' is not finite".formatted(text));
    }

    private SampledWaveform waveform(List<ColumnHead> heads, List<double[]> rows)
        throws IOException {
      int n = rows.size();
      double[] time = new double[n];
      double[] re = new double[n];
      double[] im = new double[n];
      boolean polar = heads.get(1).name().equals("power");
      for (int i = 0; i < n; i++) {
        double[] row = rows.get(i);
        time[i] = row[0];
        if (i > 0 && !(time[i] > time[i - 1])) {
          throw new IOException(
              "%s: time %.9g s follows %.9g s, expected ascending times"
                  .formatted(file, time[i], time[i - 1]));
        }
        double phase = polar && row.length > 2 ? row[2] : 0;
        if (polar && row[1] < 0) {
          throw new IOException("%s: power %.6g W is negative".formatted(file, row[1]));
        }
        re[i] = polar ? Math.sqrt(row[1]) * Math.cos(phase) : row[1];
        im[i] = polar ? Math.sqrt(row[1]) * Math.sin(phase) : row[2];
      }
      return new SampledWaveform(file.toString(), time, re, im);
    }
  }
}
