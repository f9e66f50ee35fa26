package org.lightpath.datasets.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.random.Philox;
import org.lightpath.datasets.InvalidModelException;

/** Files that were cut, changed or made to harm: one kind of exception, no hang, no flood. */
class OnnxHostileTest {
  private static final long SEED = 20_26;

  /** True if it was read, false if it was refused; anything else fails the test. */
  private static boolean accepted(byte[] file) {
    try (OnnxModel model = OnnxReader.read("hostile", file)) {
      assertThat(model.graph()).isNotNull();
      return true;
    } catch (InvalidModelException e) {
      assertThat(e).hasMessageContaining("hostile").hasMessageContaining("expected");
      return false;
    }
  }

  @Test
  void everyCutIsRefused() {
    byte[] whole = OnnxWriter.bytes(Models.rich());
    assertThat(accepted(whole)).isTrue();
    // The last field is the version of the operators, without which a model is refused as well.
    for (int length = 0; length < whole.length; length++) {
      assertThat(accepted(Arrays.copyOf(whole, length))).as("cut to %d B", length).isFalse();
    }
  }

  @Test
  void changedBytesAreReadOrRefused() {
    byte[] whole = OnnxWriter.bytes(Models.rich());
    int[] words = new int[4];
    int refused = 0;
    int trials = 20_000;
    for (int trial = 0; trial < trials; trial++) {
      byte[] changed = whole.clone();
      Philox.words(SEED, 1, 0, trial, words);
      int changes = 1 + (words[0] >>> 30);
      for (int i = 0; i < changes; i++) {
        Philox.words(SEED, 2, i, trial, words);
        int place = Integer.remainderUnsigned(words[0], changed.length);
        changed[place] =
            (byte) (words[1] % 2 == 0 ? words[2] : changed[place] ^ 1 << (words[2] & 7));
      }
      refused += accepted(changed) ? 0 : 1;
    }
    // A third of the bytes are weights or free text, so both must have happened often.
    assertThat(refused).isBetween(trials / 10, trials * 9 / 10);
  }

  @Test
  void grownLengthsAndSplicedPiecesAreReadOrRefused() {
    byte[] whole = OnnxWriter.bytes(Models.rich());
    int[] words = new int[4];
    for (int place = 0; place < whole.length; place++) {
      byte[] grown = whole.clone();
      grown[place] = (byte) (grown[place] + 1);
      accepted(grown);
      byte[] huge = new byte[whole.length + 9];
      System.arraycopy(whole, 0, huge, 0, place);
      Arrays.fill(huge, place, place + 9, (byte) 0xFF);
      System.arraycopy(whole, place, huge, place + 9, whole.length - place);
      accepted(huge);
      Philox.words(SEED, 3, 0, place, words);
      int from = Integer.remainderUnsigned(words[0], whole.length);
      int count = Math.min(whole.length - from, whole.length - place);
      byte[] spliced = whole.clone();
      System.arraycopy(whole, from, spliced, place, Integer.remainderUnsigned(words[1], count + 1));
      accepted(spliced);
    }
    assertThat(whole.length).isGreaterThan(300);
  }

  @Test
  void randomBytesAreRefused() {
    int[] words = new int[4];
    for (int trial = 0; trial < 5000; trial++) {
      Philox.words(SEED, 4, 0, trial, words);
      byte[] noise = new byte[words[0] & 0xFF];
      for (int i = 0; i < noise.length; i++) {
        Philox.words(SEED, 4, 1 + i, trial, words);
        noise[i] = (byte) words[0];
      }
      assertThat(accepted(noise)).isFalse();
    }
  }

  private static WireWriter tensor(int type, long... dims) {
    WireWriter tensor = new WireWriter().text(8, "t").whole(2, type);
    for (long dim : dims) {
      tensor.whole(1, dim);
    }
    return tensor;
  }

  private static byte[] graph(WireWriter... nodes) {
    WireWriter graph = new WireWriter().message(11, Models.value("x"));
    for (WireWriter node : nodes) {
      graph.message(1, node);
    }
    return Models.model(graph).toByteArray();
  }

  private static WireWriter relu(String name, String input, String output) {
    return Models.node(name, "Relu", List.of(input), List.of(output));
  }

  private static WireWriter attribute(WireWriter attribute) {
    return relu("n", "x", "y").message(5, attribute);
  }

  private static WireWriter nested(int depth) {
    WireWriter graph = new WireWriter();
    for (int i = 0; i < depth; i++) {
      WireWriter body = new WireWriter().text(1, "body").message(6, graph);
      graph =
          new WireWriter()
              .message(1, Models.node("n", "If", List.of(), List.of()).message(5, body));
    }
    return graph;
  }

  private static WireWriter flood(int count) {
    WireWriter packed = new WireWriter();
    for (int i = 0; i < count; i++) {
      packed.varint(1);
    }
    return new WireWriter().text(1, "ints").bytes(8, packed.toByteArray());
  }

  static Stream<Arguments> attacks() {
    WireWriter odd = new WireWriter();
    odd.varint(7 << 3 | 2).varint(5).varint(1 << 3 | 2).varint(-1);
    return Stream.of(
        Arguments.of(
            "extents of 2^40 by 2^40",
            Models.withInitializer(tensor(1, 1L << 40, 1L << 40)),
            "number of elements"),
        Arguments.of(
            "2^62 doubles", Models.withInitializer(tensor(11, 1L << 62)), "number of elements"),
        Arguments.of(
            "extents without data", Models.withInitializer(tensor(1, 1L << 30)), "0 numbers"),
        Arguments.of("negative extent", Models.withInitializer(tensor(1, -1)), "extent of -1"),
        Arguments.of("17 extents", Models.withInitializer(tensor(1, new long[17])), "more than 16"),
        Arguments.of(
            "overflow beside an extent of 0",
            Models.withInitializer(tensor(1, 1L << 40, 1L << 40, 0)),
            "number of elements"),
        Arguments.of("words", Models.withInitializer(tensor(8, 1).bytes(6, new byte[1])), "STRING"),
        Arguments.of("words, none there", Models.withInitializer(tensor(8, 0)), "STRING (8)"),
        Arguments.of(
            "unsigned 64 bits",
            Models.withInitializer(tensor(13, 1).whole(11, 1)),
            "unsigned 64-bit"),
        Arguments.of(
            "complex",
            Models.withInitializer(tensor(14, 1).bytes(4, new byte[8])),
            "COMPLEX64 (14)"),
        Arguments.of("no type", Models.withInitializer(tensor(0, 1)), "UNDEFINED (0)"),
        Arguments.of("unknown type", Models.withInitializer(tensor(99, 1)), "data type 99"),
        Arguments.of(
            "two kinds of data",
            Models.withInitializer(tensor(1, 1).real(4, 1).bytes(9, new byte[4])),
            "raw data and a list"),
        Arguments.of(
            "two lists",
            Models.withInitializer(tensor(1, 1).real(4, 1).whole(7, 1)),
            "lists of two types"),
        Arguments.of(
            "list of another type", Models.withInitializer(tensor(1, 1).whole(7, 1)), "field 7"),
        Arguments.of(
            "torn run",
            Models.withInitializer(tensor(1, 1).bytes(4, new byte[5])),
            "multiple of 4 B"),
        Arguments.of(
            "element out of range",
            Models.withInitializer(tensor(3, 1).whole(5, 128)),
            "-128 to 127"),
        Arguments.of(
            "raw boolean of 2",
            Models.withInitializer(tensor(9, 1).bytes(9, new byte[] {2})),
            "0 or 1"),
        Arguments.of(
            "segment", Models.withInitializer(tensor(1, 1).bytes(3, new byte[0])), "a segment"),
        Arguments.of(
            "outside, in memory",
            Models.withInitializer(
                tensor(1, 1)
                    .whole(14, 1)
                    .message(13, new WireWriter().text(1, "location").text(2, "a.bin"))),
            "location 'a.bin'"),
        Arguments.of(
            "unknown location", Models.withInitializer(tensor(1, 1).whole(14, 2)), "data_location"),
        Arguments.of(
            "nameless constant",
            Models.withInitializer(new WireWriter().whole(2, 1).real(4, 1)),
            "no name"),
        Arguments.of(
            "two constants of a name",
            Models.model(
                    new WireWriter()
                        .message(5, tensor(1).real(4, 1))
                        .message(5, tensor(1).real(4, 2)))
                .toByteArray(),
            "two of that name"),
        Arguments.of(
            "sparse constant",
            Models.model(new WireWriter().bytes(15, new byte[0])).toByteArray(),
            "a sparse tensor"),
        Arguments.of(
            "circle", graph(relu("a", "q", "p"), relu("b", "p", "q")), "circle of 2 nodes: b -> a"),
        Arguments.of("node that needs itself", graph(relu("a", "p", "p")), "circle of 1 nodes: a"),
        Arguments.of(
            "undefined input",
            graph(relu("a", "nowhere", "p")),
            "input of node 'a': found 'nowhere'"),
        Arguments.of(
            "undefined output",
            Models.model(new WireWriter().message(12, Models.value("y"))).toByteArray(),
            "output of graph"),
        Arguments.of(
            "value made twice",
            graph(relu("a", "x", "p"), relu("b", "x", "p")),
            "made by nodes 'a' and 'b'"),
        Arguments.of("input made again", graph(relu("a", "x", "x")), "made by node 'a' and given"),
        Arguments.of(
            "two inputs of a name",
            Models.model(
                    new WireWriter().message(11, Models.value("x")).message(11, Models.value("x")))
                .toByteArray(),
            "an input twice"),
        Arguments.of("no operator", graph(new WireWriter().text(1, "x")), "no operator"),
        Arguments.of(
            "unknown attribute type",
            graph(attribute(new WireWriter().text(1, "a").whole(20, 77))),
            "type 77"),
        Arguments.of(
            "attribute without its tensor",
            graph(attribute(new WireWriter().text(1, "a").whole(20, 4))),
            "a tensor"),
        Arguments.of(
            "two attributes of a name",
            graph(
                attribute(new WireWriter().text(1, "a").whole(3, 1))
                    .message(5, new WireWriter().text(1, "a").whole(3, 1))),
            "two of that name"),
        Arguments.of(
            "sparse attribute",
            graph(attribute(new WireWriter().text(1, "a").bytes(22, new byte[0]))),
            "a sparse tensor"),
        Arguments.of(
            "graphs in an attribute",
            graph(attribute(new WireWriter().text(1, "a").bytes(11, new byte[0]))),
            "a list of graphs"),
        Arguments.of("a million numbers", graph(attribute(flood(1_000_001))), "more than 1000000"),
        Arguments.of("graphs in graphs", Models.model(nested(9)).toByteArray(), "more than 8"),
        Arguments.of(
            "sequence as input",
            Models.model(
                    new WireWriter()
                        .message(
                            11,
                            Models.value("s").message(2, new WireWriter().bytes(4, new byte[0]))))
                .toByteArray(),
            "a sequence"),
        Arguments.of(
            "words as input",
            Models.model(
                    new WireWriter()
                        .message(
                            11,
                            Models.value("s")
                                .message(
                                    2, new WireWriter().message(1, new WireWriter().whole(1, 8)))))
                .toByteArray(),
            "STRING (8)"),
        Arguments.of(
            "functions", new WireWriter().bytes(25, new byte[0]).toByteArray(), "functions"),
        Arguments.of("no graph", new WireWriter().whole(1, 7).toByteArray(), "no graph"),
        Arguments.of(
            "two graphs",
            Models.model(new WireWriter()).message(7, new WireWriter()).toByteArray(),
            "a second one"),
        Arguments.of(
            "no version",
            new WireWriter().message(7, new WireWriter()).toByteArray(),
            "ir_version"),
        Arguments.of(
            "no operators' version",
            new WireWriter().whole(1, 7).message(7, new WireWriter()).toByteArray(),
            "found 1, expected 7 to 22"),
        Arguments.of(
            "newer operators",
            new WireWriter()
                .whole(1, 7)
                .message(7, new WireWriter())
                .message(8, new WireWriter().whole(2, 23))
                .toByteArray(),
            "found 23"),
        Arguments.of("group", new WireWriter().varint(3 << 3 | 3).toByteArray(), "wire type"),
        Arguments.of("field 0", new WireWriter().varint(2).toByteArray(), "field number"),
        Arguments.of(
            "endless varint",
            new WireWriter().varint(1 << 3).fixed(-1, 8).fixed(-1, 8).toByteArray(),
            "64 bits"),
        Arguments.of("negative length", odd.toByteArray(), "length"),
        Arguments.of(
            "name that is not UTF-8",
            graph(new WireWriter().bytes(4, new byte[] {(byte) 0xC3})),
            "UTF-8"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void attacksAreRefusedByName(String name, byte[] file, String told) {
    assertThat(name).isNotEmpty();
    assertThatThrownBy(() -> OnnxReader.read("hostile", file))
        .isInstanceOf(InvalidModelException.class)
        .hasMessageContaining(told);
  }

  @Test
  void eightGraphsWithinOneAnotherAreRead() {
    assertThat(accepted(Models.model(nested(8)).toByteArray())).isTrue();
  }

  @Test
  void longNamesAndControlCharactersStayOutOfMessages() {
    String name = "a\nb" + "x".repeat(100_000);
    assertThatThrownBy(() -> OnnxReader.read("hostile", graph(relu(name, "nowhere", "p"))))
        .isInstanceOf(InvalidModelException.class)
        .hasMessageContaining("a?b")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
  }

  @Test
  void filesThatAreNoneAreRefused(@TempDir Path folder) {
    for (Path path : List.of(folder, folder.resolve("absent.onnx"), Path.of("/dev/zero"))) {
      assertThatThrownBy(() -> OnnxReader.read(path))
          .isInstanceOf(InvalidModelException.class)
          .hasMessageContaining(path.toString());
    }
  }

  @Test
  void manyNodesInTheWorstOrderAreSorted() {
    WireWriter graph = new WireWriter().message(11, Models.value("v0"));
    int count = 50_000;
    for (int i = count; i > 0; i--) {
      graph.message(1, relu("", "v" + (i - 1), "v" + i));
    }
    try (OnnxModel model = OnnxReader.read("long", Models.model(graph).toByteArray())) {
      assertThat(model.graph().nodes().getFirst().inputs()).containsExactly("v0");
      assertThat(model.graph().nodes().getLast().outputs()).containsExactly("v" + count);
    }
  }
}
