package org.lightpath.datasets.onnx;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.datasets.InvalidModelException;

/**
 * Tensors that a model keeps in files beside it. Such a file must lie within the model's own
 * folder, also after symbolic links are followed, so that a model cannot make anybody's files part
 * of itself.
 */
final class ExternalData {
  private static final int MAX_FILES = 10_000;
  private static final String MOVE = "keep the file beside the model and name it relative to it";

  private final Source source;
  private final @Nullable Path folder;
  private final Map<Path, MemorySegment> files = new HashMap<>();

  /**
   * Files beside a model.
   *
   * @param folder real path of the model's folder; null for a model in memory, which has none
   */
  ExternalData(Source source, @Nullable Path folder) {
    this.source = source;
    this.folder = folder;
  }

  /** View of the bytes that the entries (location, offset, length) name. */
  MemorySegment view(Map<String, String> entries, long at, String what, long size) {
    Place place = new Place(at, what + ": external data");
    MemorySegment file = file(place, entries.getOrDefault("location", ""));
    long offset = number(place, entries, "offset", 0);
    long length = number(place, entries, "length", Math.max(0, file.byteSize() - offset));
    if (offset > file.byteSize() || length > file.byteSize() - offset) {
      throw invalid(
          place,
          "offset %d B, length %d B".formatted(offset, length),
          "a range within the file's %d B".formatted(file.byteSize()),
          "the file is cut off or another model's: download it again");
    }
    if (length != size) {
      throw invalid(
          place, length + " B", size + " B", "the file is another model's: download it again");
    }
    return file.asSlice(offset, length);
  }

  private record Place(long at, String what) {}

  private MemorySegment file(Place place, String location) {
    Path path = path(place, location);
    MemorySegment known = files.get(path);
    if (known != null) {
      return known;
    }
    if (files.size() == MAX_FILES) {
      throw invalid(
          place, "more files", "at most " + MAX_FILES, "put the tensors into fewer files");
    }
    MemorySegment mapped = map(place, path);
    files.put(path, mapped);
    return mapped;
  }

  private Path path(Place place, String location) {
    String shown = "location '%s'".formatted(InvalidModelException.shown(location));
    if (folder == null) {
      throw invalid(place, shown, "all data within the model", "a model in memory has no folder");
    }
    try {
      Path relative = Path.of(location);
      for (Path part : relative) {
        if (part.toString().equals("..")) {
          throw invalid(place, shown, "a path without '..'", MOVE);
        }
      }
      if (location.isEmpty() || relative.isAbsolute() || relative.getRoot() != null) {
        throw invalid(place, shown, "a path relative to the model's folder", MOVE);
      }
      Path real = folder.resolve(relative).toRealPath();
      if (!real.startsWith(folder)) {
        throw invalid(
            place,
            shown + " is a link out of the folder",
            "a file within the model's folder",
            MOVE);
      }
      if (!Files.isRegularFile(real)) {
        throw invalid(place, shown + " is no file", "a file", MOVE);
      }
      return real;
    } catch (IOException | InvalidPathException e) {
      InvalidModelException invalid =
          invalid(place, shown + " cannot be opened", "a file that is there", MOVE);
      invalid.initCause(e);
      throw invalid;
    }
  }

  private MemorySegment map(Place place, Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return channel.map(MapMode.READ_ONLY, 0, channel.size(), source.arena());
    } catch (IOException | OutOfMemoryError e) {
      InvalidModelException invalid =
          invalid(place, path + " cannot be mapped", "a readable file", "check its permissions");
      invalid.initCause(e);
      throw invalid;
    }
  }

  private long number(Place place, Map<String, String> entries, String key, long absent) {
    String text = entries.get(key);
    if (text == null) {
      return absent;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      InvalidModelException invalid = noNumber(place, key, text);
      invalid.initCause(e);
      throw invalid;
    }
    throw noNumber(place, key, text);
  }

  private InvalidModelException noNumber(Place place, String key, String text) {
    return invalid(
        place,
        "%s '%s'".formatted(key, InvalidModelException.shown(text)),
        "a whole number of 0 or more",
        Source.DAMAGED);
  }

  private InvalidModelException invalid(
      Place place, String observed, String expected, String action) {
    return source.invalid(place.at(), place.what(), observed, expected, action);
  }
}
