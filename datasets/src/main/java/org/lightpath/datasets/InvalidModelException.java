package org.lightpath.datasets;

import java.io.Serial;

/**
 * A file of a model or of its data that cannot be used: cut off, malformed, hostile, or of a kind
 * that is not supported. The message says where, what was found, what was expected and what to do.
 */
public final class InvalidModelException extends RuntimeException {
  /** Offset of a problem that has no place within the file. */
  public static final long NO_OFFSET = -1;

  @Serial private static final long serialVersionUID = 1;
  private static final int SHOWN = 120;

  private final String file;
  private final long offset;

  /**
   * What is wrong.
   *
   * @param what the thing that is wrong
   * @param observed what the file has
   * @param expected what it should have
   * @param action what to do about it
   */
  public record Problem(String what, String observed, String expected, String action) {}

  /**
   * A problem at a place of a file.
   *
   * @param file its name
   * @param offset from its first byte [B], or {@link #NO_OFFSET}
   * @param problem what is wrong there
   */
  public InvalidModelException(String file, long offset, Problem problem) {
    super(message(file, offset, problem));
    this.file = file;
    this.offset = offset;
  }

  /** Name of the file. */
  public String file() {
    return file;
  }

  /** Offset from the first byte [B], or {@link #NO_OFFSET}. */
  public long offset() {
    return offset;
  }

  /**
   * A text of a file, fit for a message: cut to 120 characters, control characters replaced by '?'.
   */
  public static String shown(String text) {
    String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }

  private static String message(String file, long offset, Problem problem) {
    String place = offset == NO_OFFSET ? file : "%s, byte %d".formatted(file, offset);
    return "%s: %s: found %s, expected %s; %s"
        .formatted(place, problem.what(), problem.observed(), problem.expected(), problem.action());
  }
}
