package org.lightpath.datasets.safetensors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.core.random.Philox;
import org.lightpath.datasets.InvalidModelException;
import org.lightpath.datasets.onnx.OnnxTensor;
import org.lightpath.datasets.onnx.OnnxType;

class SafetensorsReaderTest {
  private static final String GOOD =
      "{'__metadata__':{'format':'pt'},"
          + "'b':{'dtype':'F32','shape':[2,1],'data_offsets':[4,12]},"
          + "'a':{'dtype':'I16','shape':[2],'data_offsets':[0,4]},"
          + "'none':{'dtype':'U8','shape':[0],'data_offsets':[12,12]},"
          + "'one':{'dtype':'F8_E4M3','shape':[],'data_offsets':[12,13]}}  ";
  private static final int GOOD_DATA = 13;

  @TempDir Path folder;

  private static byte[] bytes(long length, String header, int data) {
    byte[] text = header.replace('\'', '"').getBytes(UTF_8);
    ByteBuffer buffer = ByteBuffer.allocate(8 + text.length + data).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(length).put(text);
    for (int i = 0; i < data; i++) {
      buffer.put((byte) i);
    }
    return buffer.array();
  }

  private static byte[] good() {
    return bytes(GOOD.length(), GOOD, GOOD_DATA);
  }

  private Safetensors read(byte[] bytes) throws IOException {
    Path file = folder.resolve("w.safetensors");
    Files.write(file, bytes);
    return SafetensorsReader.read(file);
  }

  @Test
  void tensorsAreViewsOfTheFile() throws IOException {
    try (Safetensors file = read(good())) {
      assertThat(file.name()).isEqualTo("w.safetensors");
      assertThat(file.metadata()).containsEntry("format", "pt").hasSize(1);
      assertThat(file.tensors().keySet()).containsExactly("b", "a", "none", "one");
      SafetensorsTensor a = Objects.requireNonNull(file.tensors().get("a"));
      SafetensorsTensor b = Objects.requireNonNull(file.tensors().get("b"));
      assertThat(b.dims()).containsExactly(2L, 1L);
      assertThat(b.data().toArray(ValueLayout.JAVA_BYTE)).containsExactly(4, 5, 6, 7, 8, 9, 10, 11);
      assertThat(b.data().isMapped()).isTrue();
      assertThat(b.data().isReadOnly()).isTrue();
      OnnxTensor onnx = b.onnx();
      assertThat(onnx.type()).isEqualTo(OnnxType.FLOAT);
      assertThat(onnx.elements()).isEqualTo(2);
      assertThatThrownBy(() -> a.onnx())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'a'")
          .hasMessageContaining("I16");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {} | 1 | 1 B
          [] | 0 | no '{'
          {'a':1} | 0 | VALUE_NUMBER_INT
          {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]} | 4 | JSON
          {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}x | 4 | JSON
          {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}{} | 4 | more after its end
          {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,8]}} | 8 | 4 B for F32
          {'a':{'dtype':'F32','shape':[1],'data_offsets':[4,0]}} | 4 | 4 to 0
          {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4,8]}} | 4 | incomplete
          {'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}} | 4 | found -1
          {'a':{'dtype':'F32','shape':[1.5],'data_offsets':[0,4]}} | 4 | VALUE_NUMBER_FLOAT
          {'a':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,4]}} | 4 | range
          {'a':{'dtype':'F64','shape':[1099511627776,16777216],'data_offsets':[0,0]}} | 0 | 2^63
          {'a':{'dtype':'F64','shape':[4294967296],'data_offsets':[0,34359738368]}} | 8 | end at 8
          {'a':{'dtype':'F32','shape':[1]}} | 0 | incomplete
          {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4],'x':1}} | 4 | key 'x'
          {'a':{'dtype':'C64','shape':[1],'data_offsets':[0,8]}} | 8 | 'C64'
          {'a':{'dtype':'U8','shape':[[[[[1]]]]],'data_offsets':[0,1]}} | 1 | START_ARRAY
          {'__metadata__':{'a':1}} | 0 | VALUE_STRING
          {'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1]},'a':{'dtype':'U8','shape':[1],'data_offsets':[1,2]}} | 2 | Duplicate
          {'a':{'dtype':'U8','shape':[2],'data_offsets':[0,2]},'b':{'dtype':'U8','shape':[2],'data_offsets':[1,3]}} | 3 | start at 2
          {'a':{'dtype':'U8','shape':[2],'data_offsets':[0,2]},'b':{'dtype':'U8','shape':[2],'data_offsets':[3,5]}} | 5 | start at 2
          {'a':{'dtype':'U8','shape':[2],'data_offsets':[0,2]}} | 3 | 2 B of tensors
          """)
  void badHeadersAreRefused(String header, int data, String told) {
    assertThatThrownBy(() -> read(bytes(header.length(), header, data)).close())
        .isInstanceOf(InvalidModelException.class)
        .hasMessageContaining(told)
        .hasMessageContaining("w.safetensors");
  }

  @Test
  void badLengthsAreRefused() {
    for (long length : new long[] {-1, 0, 1, GOOD.length() + 14, Long.MAX_VALUE, 100_000_001}) {
      assertThatThrownBy(() -> read(bytes(length, GOOD, GOOD_DATA)).close())
          .isInstanceOf(InvalidModelException.class)
          .hasMessageContaining("length of the header");
    }
    assertThatThrownBy(() -> read(new byte[7]).close()).isInstanceOf(InvalidModelException.class);
    assertThatThrownBy(() -> SafetensorsReader.read(folder))
        .isInstanceOf(InvalidModelException.class);
  }

  @Test
  void headersOverTheLimitAreRefusedBeforeTheyAreRead() throws IOException {
    Path file = folder.resolve("big.safetensors");
    Files.write(file, bytes(SafetensorsReader.MAX_HEADER + 1, "{", 0));
    try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.position(SafetensorsReader.MAX_HEADER + 100).write(ByteBuffer.wrap(new byte[1]));
    }
    assertThatThrownBy(() -> SafetensorsReader.read(file))
        .isInstanceOf(InvalidModelException.class)
        .hasMessageContaining("2 to 100000000 B");
  }

  @Test
  void cutAndChangedFilesAreReadOrRefused() throws IOException {
    byte[] whole = good();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut).close()).isInstanceOf(InvalidModelException.class);
    }
    int[] words = new int[4];
    int refused = 0;
    int trials = 3000;
    for (int trial = 0; trial < trials; trial++) {
      Philox.words(26, 5, 0, trial, words);
      byte[] changed = whole.clone();
      changed[Integer.remainderUnsigned(words[0], whole.length)] = (byte) words[1];
      try (Safetensors file = read(changed)) {
        assertThat(file.tensors()).hasSizeBetween(3, 5);
      } catch (InvalidModelException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(trials / 2, trials - 1);
  }
}
