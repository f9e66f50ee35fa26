package org.lightpath.opencl.internal.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Choices come back as they were, and nothing in the folder can do harm. */
class TuningStoreTest {
  private static final TuningDevice DEVICE = new TuningDevice("GPU \u00b5=1 #2", "580.1", "abcd");
  private static final String KEY = "product single, 512 x 512 x 512";
  private static final TuningChoice CHOICE = new TuningChoice("tiles 16x16 of 8x8 \\ = #", 0.875);

  @TempDir private Path folder;

  private TuningStore store() {
    return new TuningStore(folder, DEVICE);
  }

  /** The only file of the store. */
  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(store().folder())) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }

  @Test
  void choiceComesBackInAnotherStore() throws IOException {
    assertThat(store().read(KEY)).isEmpty();
    store().write(KEY, CHOICE);
    assertThat(store().read(KEY)).contains(CHOICE);
    assertThat(store().count()).isEqualTo(1);
    TuningChoice other = new TuningChoice("other", 0.5);
    store().write(KEY, other);
    assertThat(store().read(KEY)).contains(other);
    assertThat(file()).isRegularFile();
  }

  @Test
  void otherKeysDevicesDriversAndKernelsHaveNone() {
    store().write(KEY, CHOICE);
    assertThat(store().read(KEY + " ")).isEmpty();
    for (TuningDevice other :
        List.of(
            new TuningDevice("GPU", DEVICE.driver(), DEVICE.kernels()),
            new TuningDevice(DEVICE.name(), "580.2", DEVICE.kernels()),
            new TuningDevice(DEVICE.name(), DEVICE.driver(), "abce"))) {
      assertThat(new TuningStore(folder, other).read(KEY)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\\u00",
        "format=2\n",
        "{\"json\": 1}",
        "format=1\ndevice=another\nvariant=x\nratio=1\n"
      })
  void damagedAndForeignFilesAreIgnoredAndReplaced(String text) throws IOException {
    store().write(KEY, CHOICE);
    Files.writeString(file(), text);
    assertThat(store().read(KEY)).isEmpty();
    store().write(KEY, CHOICE);
    assertThat(store().read(KEY)).contains(CHOICE);
  }

  @Test
  void partsOfAFileAreNoChoice() throws IOException {
    TuningStore store = store();
    store.write(KEY, CHOICE);
    String whole = Files.readString(file());
    for (int length = 0; length < whole.lastIndexOf("ratio="); length++) {
      Files.writeString(file(), whole.substring(0, length));
      assertThat(store.read(KEY)).as("%d of %d", length, whole.length()).isEmpty();
    }
    Files.writeString(file(), whole.replaceAll("ratio=.*", "ratio=fast"));
    assertThat(store.read(KEY)).isEmpty();
    Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(store.read(KEY)).isEmpty();
    Files.writeString(file(), "#".repeat(1 << 17));
    assertThat(store.read(KEY)).isEmpty();
  }

  @Test
  void folderThatCannotBeMadeIsNoError() throws IOException {
    // A file in the way stops everyone, also those whom permissions do not.
    Path inTheWay = Files.writeString(folder.resolve("file"), "");
    TuningStore store = new TuningStore(inTheWay, DEVICE);
    store.write(KEY, CHOICE);
    assertThat(store.read(KEY)).isEmpty();
    assertThat(store.count()).isZero();
  }

  @Test
  void processesMayShareTheFolder() throws Exception {
    List<Process> writers = new ArrayList<>();
    for (int writer = 0; writer < 2; writer++) {
      writers.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Writer.class.getName(),
                  folder.toString(),
                  "variant " + writer)
              .inheritIO()
              .start());
    }
    for (Process writer : writers) {
      assertThat(writer.waitFor()).isZero();
    }
    assertThat(store().read(KEY).orElseThrow().variant()).startsWith("variant ");
    assertThat(file()).isRegularFile();
  }

  /** Another process: writes again and again, and reads whole choices only. */
  static final class Writer {
    private Writer() {}

    /** Folder and variant. */
    public static void main(String[] arguments) {
      TuningStore store = new TuningStore(Path.of(arguments[0]), DEVICE);
      for (int i = 0; i < 300; i++) {
        store.write(KEY, new TuningChoice(arguments[1], 0.5));
        if (!store.read(KEY).orElseThrow().variant().startsWith("variant ")) {
          System.exit(1);
        }
      }
    }
  }

  @Test
  void writersAtOnceLeaveOneOfTheirChoices() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        TuningStore own = store();
        TuningChoice choice = new TuningChoice("variant " + writer, 0.5);
        running.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < 100; i++) {
                    own.write(KEY, choice);
                    Optional<TuningChoice> read = own.read(KEY);
                    assertThat(read.orElseThrow().variant()).startsWith("variant ");
                  }
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
    assertThat(file()).isRegularFile();
  }
}
