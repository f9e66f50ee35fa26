package org.lightpath.datasets;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.lightpath.datasets.InvalidModelException.Problem;

/** Opens files of models. */
public final class ModelFiles {
  private ModelFiles() {}

  /**
   * The bytes of a file, mapped for reading. Devices and pipes are refused: they could keep a
   * reader waiting without end.
   *
   * @param arena unmaps the file
   * @throws InvalidModelException if the file cannot be read
   */
  public static MemorySegment map(Path file, Arena arena) {
    if (!Files.isRegularFile(file)) {
      throw unreadable(file, Files.exists(file) ? "no regular file" : "nothing there");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
    } catch (IOException | OutOfMemoryError e) {
      InvalidModelException invalid = unreadable(file, String.valueOf(e.getMessage()));
      invalid.initCause(e);
      throw invalid;
    }
  }

  private static InvalidModelException unreadable(Path file, String observed) {
    return new InvalidModelException(
        file.toString(),
        InvalidModelException.NO_OFFSET,
        new Problem("file", observed, "a readable file", "check the path and permissions"));
  }
}
