package org.lightpath.datasets.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NPY files, written here and by NumPy. */
class NpyFileTest {
  @TempDir Path folder;

  private Path write(byte[] bytes) throws IOException {
    Path file = folder.resolve("array.npy");
    Files.write(file, bytes);
    return file;
  }

  @Test
  void complexArraysReadBack() throws IOException {
    NpyArray array = new NpyArray(new int[] {2, 2}, true, new double[] {1, 2, 3, 4, 5, 6, 7, 8});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NpyFile.write(array, out);
    assertThat((out.size() - 8 * Double.BYTES) % 64).as("data are aligned").isZero();
    NpyArray read = NpyFile.read(write(out.toByteArray()));
    assertThat(read.shape()).containsExactly(2, 2);
    assertThat(read.complex()).isTrue();
    assertThat(read.values()).isEqualTo(array.values());
  }

  /** numpy.save of numpy.array([1.5, -2], dtype='&lt;f4'), version 1.0, header as NumPy pads it. */
  @Test
  void numpysOwnFilesAreRead() throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";
    String padded = header + " ".repeat(128 - 10 - header.length() - 1) + "\n";
    ByteBuffer bytes = ByteBuffer.allocate(136).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 1).put((byte) 0).putShort((short) padded.length());
    bytes.put(padded.getBytes(StandardCharsets.US_ASCII)).putFloat(1.5f).putFloat(-2);
    assertThat(NpyFile.read(write(bytes.array())).values()).containsExactly(1.5, -2);
  }

  @Test
  void wholeNumbersAreReadAndShapesOutOfRangeAreRefused() throws IOException {
    byte[] two = numpy("<i8", "2,").putLong(-3).putLong(1L << 53).array();
    assertThat(NpyFile.read("array", two).values()).containsExactly(-3, 0x1p53);
    for (String shape : new String[] {"99999999999,", "2000000000, 2000000000, 2000000000,"}) {
      byte[] huge = numpy("<i8", shape).array();
      assertThatThrownBy(() -> NpyFile.read("array", huge))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("out of range");
    }
  }

  /** Header of version 1.0 as NumPy pads it, with room for two numbers of eight bytes. */
  private static ByteBuffer numpy(String type, String shape) {
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, shape);
    String padded = header + " ".repeat(128 - 10 - header.length() - 1) + "\n";
    ByteBuffer bytes = ByteBuffer.allocate(144).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 1).put((byte) 0).putShort((short) padded.length());
    return bytes.put(padded.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NpyFile.write(new NpyArray(new int[] {4}, false, new double[4]), out);
    byte[] good = out.toByteArray();
    assertThatThrownBy(() -> NpyFile.read(write(Arrays.copyOf(good, good.length - 1))))
        .hasMessageContaining("31 bytes of numbers");
    assertThatThrownBy(() -> NpyFile.read(write(Arrays.copyOf(good, 20))))
        .hasMessageContaining("cut off");
    assertThatThrownBy(() -> NpyFile.read(write(new byte[100]))).hasMessageContaining("not an NPY");
    String fortran = new String(good, StandardCharsets.ISO_8859_1).replace("False, ", "True,  ");
    assertThatThrownBy(() -> NpyFile.read(write(fortran.getBytes(StandardCharsets.ISO_8859_1))))
        .hasMessageContaining("Fortran order");
  }
}
