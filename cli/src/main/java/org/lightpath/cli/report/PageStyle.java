package org.lightpath.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.lightpath.cli.figure.Theme;

/** The looks of the page, in both themes. */
final class PageStyle {
  /** Values of {@code status} that the page has a colour for. */
  static final Set<String> STATES = Set.of("completed", "interrupted", "failed");

  private static final String LIGHT_PAGE =
      "color-scheme:light;--page:#f6f7f9;--rule:#8a94a1;--link:#005a9e;--good:#00704f;--bad:#b3400a;";
  private static final String DARK_PAGE =
      "color-scheme:dark;--page:#0c0f13;--rule:#5d6875;--link:#7cc4f0;--good:#4cc9a2;--bad:#ff9a62;";

  private PageStyle() {}

  /** All declarations of a theme. */
  static String variables(Theme theme) {
    return theme.css() + (theme == Theme.LIGHT ? LIGHT_PAGE : DARK_PAGE);
  }

  /**
   * The whole style sheet: the system's theme first, the reader's choice above it, and light on
   * paper.
   */
  static String css() {
    String light = variables(Theme.LIGHT);
    String dark = variables(Theme.DARK);
    return """
    :root{%s}
    @media (prefers-color-scheme:dark){:root{%s}}
    :root:has(#theme-light:checked){%s}
    :root:has(#theme-dark:checked){%s}
    @media print{:root,:root:has(#theme-dark:checked){%s}}
    %s"""
        .formatted(light, dark, light, dark, light, sheet());
  }

  /** Radio buttons, because they work from the keyboard and without a script. */
  static String themeChoice() {
    return """
    <fieldset class="themes"><legend>Theme</legend>\
    <label><input type="radio" name="theme" id="theme-auto" checked>Auto</label>\
    <label><input type="radio" name="theme" id="theme-light">Light</label>\
    <label><input type="radio" name="theme" id="theme-dark">Dark</label></fieldset>
    """;
  }

  /** A path inside the run folder as a relative URL. */
  static String relativeUrl(String path) {
    StringBuilder url = new StringBuilder("./");
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._/~".indexOf(c) >= 0);
      url.append(plain ? String.valueOf(c) : "%%%02X".formatted(b & 0xff));
    }
    return url.toString();
  }

  private static String sheet() {
    try (InputStream in = PageStyle.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
