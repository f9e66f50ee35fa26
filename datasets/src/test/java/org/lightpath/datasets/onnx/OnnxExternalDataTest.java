package org.lightpath.datasets.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.datasets.InvalidModelException;

class OnnxExternalDataTest {
  @TempDir Path parent;

  @BeforeEach
  void files() throws IOException {
    Path folder = folder();
    Files.createDirectories(folder.resolve("weights"));
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    Files.write(folder.resolve("weights/w.bin"), bytes);
    Files.write(parent.resolve("secret.bin"), bytes);
    Files.createSymbolicLink(folder.resolve("link.bin"), parent.resolve("secret.bin"));
    Files.createSymbolicLink(folder.resolve("up"), parent);
    Files.createSymbolicLink(folder.resolve("inside.bin"), folder.resolve("weights/w.bin"));
    Files.createFile(folder.resolve("empty.bin"));
  }

  private Path folder() {
    return parent.resolve("model");
  }

  private OnnxModel read(Map<String, String> entries) throws IOException {
    WireWriter tensor = new WireWriter().text(8, "w").whole(2, 6).whole(1, 2).whole(14, 1);
    entries.forEach(
        (key, value) -> tensor.message(13, new WireWriter().text(1, key).text(2, value)));
    Path file = folder().resolve("m.onnx");
    Files.write(file, Models.withInitializer(tensor));
    return OnnxReader.read(file);
  }

  @ParameterizedTest
  @CsvSource({"weights/w.bin, 8, 8", "inside.bin, 0, 0", "./weights/w.bin, 24, 24"})
  void dataWithinTheFolderAreMapped(String location, String offset, byte first) throws IOException {
    Map<String, String> entries = Map.of("location", location, "offset", offset, "length", "8");
    try (OnnxModel model = read(entries)) {
      OnnxTensor tensor = Models.constant(model, "w");
      assertThat(tensor.data().byteSize()).isEqualTo(8);
      assertThat(tensor.data().get(ValueLayout.JAVA_BYTE, 0)).isEqualTo(first);
      assertThat(tensor.data().isMapped()).isTrue();
    }
  }

  @Test
  void withoutALengthTheRestOfTheFileIsMeant() throws IOException {
    try (OnnxModel model = read(Map.of("location", "weights/w.bin", "offset", "24"))) {
      assertThat(Models.constant(model, "w").data().get(ValueLayout.JAVA_BYTE, 7))
          .isEqualTo((byte) 31);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "../secret.bin, 0, 8, without '..'",
    "weights/../../secret.bin, 0, 8, without '..'",
    "/etc/passwd, 0, 8, relative to",
    "link.bin, 0, 8, a link out of the folder",
    "up/secret.bin, 0, 8, a link out of the folder",
    "weights, 0, 8, is no file",
    "absent.bin, 0, 8, cannot be opened",
    "'', 0, 8, relative to",
    "'a\0b', 0, 8, cannot be opened",
    "empty.bin, 0, 8, within the file's 0 B",
    "weights/w.bin, 25, 8, within the file's 32 B",
    "weights/w.bin, 9223372036854775807, 8, within the file's 32 B",
    "weights/w.bin, 8, 9223372036854775807, within the file's 32 B",
    "weights/w.bin, -1, 8, 0 or more",
    "weights/w.bin, 0, -8, 0 or more",
    "weights/w.bin, 0x8, 8, 0 or more",
    "weights/w.bin, 0, 99999999999999999999, 0 or more",
    "weights/w.bin, 0, 12, 'found 12 B, expected 8 B'"
  })
  void whatIsOutsideIsRefused(String location, String offset, String length, String told) {
    assertThatThrownBy(
            () -> read(Map.of("location", location, "offset", offset, "length", length)).close())
        .isInstanceOf(InvalidModelException.class)
        .hasMessageContaining("'w'")
        .hasMessageContaining(told);
  }

  @Test
  void noLocationIsRefused() {
    assertThatThrownBy(() -> read(Map.of()).close()).isInstanceOf(InvalidModelException.class);
  }
}
