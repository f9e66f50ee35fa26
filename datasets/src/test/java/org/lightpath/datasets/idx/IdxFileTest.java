package org.lightpath.datasets.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.datasets.InvalidModelException;
import org.lightpath.datasets.TestData;

class IdxFileTest {
  @TempDir Path folder;

  private IdxArray read(byte[] bytes) throws IOException {
    Path file = folder.resolve("a.idx");
    Files.write(file, bytes);
    return IdxFile.read(file);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "00000801 00000002 00ff, 0, 255",
    "00000901 00000002 807f, -128, 127",
    "00000b01 00000002 8000 0102, -32768, 258",
    "00000c01 00000002 ffffffff 00000102, -1, 258",
    "00000d01 00000002 3f800000 c0000000, 1, -2",
    "00000e01 00000002 3ff0000000000000 c000000000000000, 1, -2"
  })
  void everyTypeIsRead(String hex, double first, double second) throws IOException {
    for (byte[] file : new byte[][] {bytes(hex), zipped(bytes(hex))}) {
      IdxArray array = read(file);
      assertThat(array.shape()).containsExactly(2);
      assertThat(array.elements()).isEqualTo(2);
      assertThat(array.value(0)).isEqualTo(first);
      assertThat(array.value(1)).isEqualTo(second);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "00, magic number",
    "01000801 00000001 00, magic number",
    "00000800 00, magic number",
    "00000809 00, magic number",
    "000008ff 00, magic number",
    "00000a01 00000001 00, 0x0a",
    "00000802 00000001, extents",
    "00000801 ffffffff 00, extents",
    "00000801 7fffffff 00, extents",
    "00000803 00010000 00010000 00010000, extents",
    "00000801 0fffffff 00, 268435455 B",
    "00000801 00000002 00, '1 B, expected 2 B'",
    "00000801 00000002 000000, more bytes"
  })
  void badFilesAreRefused(String hex, String told) {
    assertThatThrownBy(() -> read(bytes(hex)))
        .isInstanceOf(InvalidModelException.class)
        .hasMessageContaining(told);
    assertThatThrownBy(() -> read(zipped(bytes(hex)))).isInstanceOf(InvalidModelException.class);
  }

  @Test
  void cutArchivesAndFilesThatAreNoneAreRefused() throws IOException {
    byte[] archive = zipped(bytes("00000801 00000002 00ff"));
    for (int length = 0; length < archive.length; length++) {
      byte[] cut = Arrays.copyOf(archive, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(InvalidModelException.class);
    }
    assertThatThrownBy(() -> IdxFile.read(folder)).isInstanceOf(InvalidModelException.class);
    // A claim of one byte followed by 32 MB of zeros: refused at the second byte.
    byte[] bomb = ByteBuffer.allocate(1 << 25).putInt(0x801).putInt(1).array();
    assertThatThrownBy(() -> read(zipped(bomb))).hasMessageContaining("more bytes");
  }

  @Test
  void digitsOfTheTestSetAreRead() {
    IdxArray images = IdxFile.read(TestData.path("datasets/mnist-test3000-images-idx3-ubyte.gz"));
    IdxArray labels = IdxFile.read(TestData.path("datasets/mnist-test3000-labels-idx1-ubyte.gz"));
    assertThat(images.shape()).containsExactly(3000, 28, 28);
    assertThat(labels.shape()).containsExactly(3000);
    int[] counts = new int[10];
    for (int i = 0; i < labels.elements(); i++) {
      counts[(int) labels.value(i)]++;
    }
    // 3000 draws of ten classes: 300 each, five standard deviations are 82.
    assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(218);
  }
}
