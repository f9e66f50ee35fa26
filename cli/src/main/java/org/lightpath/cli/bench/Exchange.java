package org.lightpath.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Raw numbers in files of a temporary folder: how another process gets and gives whole fields. */
final class Exchange implements AutoCloseable {
  private final Path folder;
  private int count;

  /** Makes the folder. */
  Exchange() {
    try {
      this.folder = Files.createTempDirectory("lightpath-peers");
      folder.toFile().deleteOnExit(); // on a signal nobody closes this
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for the peers", e);
    }
  }

  /** A file that does not exist yet. */
  Path file() {
    count++;
    return folder.resolve("numbers-" + count);
  }

  /** A file of the bytes of a segment. */
  Path write(MemorySegment numbers) {
    Path file = file();
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        Arena arena = Arena.ofConfined()) {
      channel.map(FileChannel.MapMode.READ_WRITE, 0, numbers.byteSize(), arena).copyFrom(numbers);
      return file;
    } catch (IOException e) {
      throw new PeerFailedException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Reads the bytes of a segment.
   *
   * @throws PeerFailedException if the file holds another number of bytes
   */
  void read(Path file, MemorySegment numbers) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Arena arena = Arena.ofConfined()) {
      if (channel.size() != numbers.byteSize()) {
        throw new PeerFailedException(
            "its result has %d bytes, expected %d".formatted(channel.size(), numbers.byteSize()));
      }
      numbers.copyFrom(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
    } catch (IOException e) {
      throw new PeerFailedException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Removes files. */
  void delete(List<Path> files) {
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // A file left in the temporary folder is no reason to lose the measurement.
        return;
      }
    }
  }

  @Override
  public void close() {
    for (int i = 1; i <= count; i++) {
      delete(List.of(folder.resolve("numbers-" + i)));
    }
    delete(List.of(folder));
  }
}
