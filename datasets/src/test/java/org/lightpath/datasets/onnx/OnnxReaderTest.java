package org.lightpath.datasets.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.datasets.InvalidModelException;

class OnnxReaderTest {
  @Test
  void aModelComesBackAsItWasWritten(@TempDir Path folder) throws Exception {
    OnnxModel written = Models.rich();
    Path file = folder.resolve("rich.onnx");
    OnnxWriter.write(written, file);
    try (OnnxModel read = OnnxReader.read(file)) {
      assertThat(read.name()).isEqualTo("rich.onnx");
      assertThat(read.operatorSets()).isEqualTo(written.operatorSets());
      assertThat(read.graph().inputs()).isEqualTo(written.graph().inputs());
      assertThat(read.graph().outputs()).isEqualTo(written.graph().outputs());
      assertThat(read.graph().values()).isEqualTo(written.graph().values());
      assertThat(read.graph().nodes().getFirst()).isEqualTo(written.graph().nodes().getFirst());
      OnnxNode choice = read.graph().nodes().get(1);
      OnnxNode before = written.graph().nodes().get(1);
      assertThat(choice.inputs()).isEqualTo(before.inputs());
      assertThat(choice.outputs()).isEqualTo(before.outputs());
      for (String same : List.of("mode", "scales", "pads", "names", "then_branch")) {
        assertThat(choice.attributes()).containsEntry(same, before.attributes().get(same));
      }
      OnnxTensor weight = Models.constant(read, "weight");
      assertThat(weight.dims()).containsExactly(4L, 3L);
      assertThat(weight.data().mismatch(Models.constant(written, "weight").data())).isEqualTo(-1);
      assertThat(weight.data().isReadOnly()).isTrue();
      assertThat(OnnxWriter.bytes(read)).isEqualTo(OnnxWriter.bytes(written));
    }
  }

  @Test
  void aClosedModelGivesItsMemoryBack() {
    OnnxModel model = OnnxReader.read("rich", OnnxWriter.bytes(Models.rich()));
    OnnxTensor weight = Models.constant(model, "weight");
    model.close();
    assertThatThrownBy(() -> weight.data().get(ValueLayout.JAVA_BYTE, 0))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Type, field of the list, numbers as written there, bytes as expected. */
  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of(OnnxType.INT32, 5, new long[] {-1, 7}, "ffffffff07000000"),
        Arguments.of(OnnxType.INT8, 5, new long[] {-128, 127}, "807f"),
        Arguments.of(OnnxType.UINT8, 5, new long[] {0, 255}, "00ff"),
        Arguments.of(OnnxType.BOOL, 5, new long[] {1, 0}, "0100"),
        Arguments.of(OnnxType.FLOAT16, 5, new long[] {0x3C00, 0xC000}, "003c00c0"),
        Arguments.of(OnnxType.BFLOAT16, 5, new long[] {0x3F80, 0xC000}, "803f00c0"),
        Arguments.of(OnnxType.INT64, 7, new long[] {-2, 3}, "feffffffffffffff0300000000000000"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void listsOfNumbersAreReadPackedAndNot(OnnxType type, int field, long[] numbers, String hex) {
    WireWriter packed = new WireWriter();
    WireWriter single = new WireWriter().whole(1, 2).whole(2, type.code()).text(8, "t");
    for (long number : numbers) {
      packed.varint(number);
      single.whole(field, number);
    }
    WireWriter run =
        new WireWriter()
            .bytes(1, new WireWriter().varint(2).toByteArray())
            .bytes(field, packed.toByteArray())
            .text(8, "t")
            .whole(2, type.code());
    assertThat(hex(Models.withInitializer(single))).isEqualTo(hex);
    assertThat(hex(Models.withInitializer(run))).isEqualTo(hex);
  }

  @Test
  void realNumbersAreReadPackedSplitAndNot() {
    WireWriter head = new WireWriter().whole(1, 2).whole(2, 1).text(8, "t");
    long one = Float.floatToRawIntBits(1);
    long two = Float.floatToRawIntBits(-2);
    byte[] both = new WireWriter().fixed(one, 4).fixed(two, 4).toByteArray();
    String expected = "0000803f000000c0";
    WireWriter run = new WireWriter().bytes(4, both);
    WireWriter split =
        new WireWriter()
            .bytes(4, new WireWriter().fixed(one, 4).toByteArray())
            .bytes(4, new WireWriter().fixed(two, 4).toByteArray());
    WireWriter mixed =
        new WireWriter().bytes(4, new WireWriter().fixed(one, 4).toByteArray()).real(4, -2);
    for (WireWriter data : List.of(run, split, mixed, new WireWriter().real(4, 1).real(4, -2))) {
      assertThat(hex(Models.withInitializer(joined(head, data)))).isEqualTo(expected);
    }
    WireWriter doubles =
        new WireWriter()
            .whole(2, 11)
            .text(8, "t")
            .bytes(10, new WireWriter().fixed(Double.doubleToRawLongBits(1), 8).toByteArray());
    assertThat(hex(Models.withInitializer(doubles))).isEqualTo("000000000000f03f");
  }

  private static WireWriter joined(WireWriter head, WireWriter tail) {
    WireWriter out = new WireWriter();
    for (byte b : head.toByteArray()) {
      out.fixed(b, 1);
    }
    for (byte b : tail.toByteArray()) {
      out.fixed(b, 1);
    }
    return out;
  }

  private static String hex(byte[] model) {
    try (OnnxModel read = OnnxReader.read("test", model)) {
      ByteBuffer data = Models.constant(read, "t").data().asByteBuffer();
      StringBuilder hex = new StringBuilder();
      data.order(ByteOrder.LITTLE_ENDIAN);
      while (data.hasRemaining()) {
        hex.append("%02x".formatted(data.get()));
      }
      return hex.toString();
    }
  }

  @Test
  void nodesOutOfOrderAreSorted() {
    WireWriter inner =
        new WireWriter()
            .message(1, Models.node("n", "Neg", List.of("b"), List.of("t")))
            .message(12, Models.value("t"));
    WireWriter graph =
        new WireWriter()
            .message(
                1,
                Models.node("", "If", List.of("x"), List.of("d"))
                    .message(5, new WireWriter().text(1, "then_branch").message(6, inner)))
            .message(1, Models.node("", "Relu", List.of("b"), List.of("c")))
            .message(1, Models.node("first", "Relu", List.of("x"), List.of("a")))
            .message(1, Models.node("first", "Relu", List.of("a"), List.of("b")))
            .message(11, Models.value("x"))
            .message(12, Models.value("c"));
    try (OnnxModel model = OnnxReader.read("test", Models.model(graph).toByteArray())) {
      assertThat(model.graph().nodes().stream().map(OnnxNode::name))
          .containsExactly("first", "first_3", "If_0", "Relu_1");
    }
  }

  @Test
  void constantsAreNotInputs() {
    WireWriter graph =
        new WireWriter()
            .message(11, Models.value("t"))
            .message(11, Models.value("x"))
            .message(5, new WireWriter().whole(2, 1).text(8, "t").real(4, 1));
    try (OnnxModel model = OnnxReader.read("test", Models.model(graph).toByteArray())) {
      assertThat(model.graph().inputs()).containsExactly(new OnnxValue("x", null, null));
    }
  }

  @Test
  void unknownFieldsArePassedOver() {
    WireWriter graph =
        new WireWriter().text(10, "doc").whole(999, 1).real(998, 1).bytes(997, new byte[5]);
    try (OnnxModel model = OnnxReader.read("test", Models.model(graph).toByteArray())) {
      assertThat(model.graph().nodes()).isEmpty();
    }
  }

  @Test
  void whatIsWrongIsToldWithPlaceAndAdvice() {
    WireWriter tensor = new WireWriter().whole(1, 3).whole(2, 1).text(8, "w").bytes(9, new byte[8]);
    assertThatThrownBy(() -> OnnxReader.read("m.onnx", Models.withInitializer(tensor)))
        .isInstanceOf(InvalidModelException.class)
        .hasMessageMatching(
            "m\\.onnx, byte \\d+: tensor 'w': data: found 8 B, "
                + "expected 12 B for FLOAT of extents \\[3]; the file is damaged .*");
  }
}
