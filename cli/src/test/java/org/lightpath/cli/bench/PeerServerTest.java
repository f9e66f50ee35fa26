package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshPlan;

/** The scripts' side of the protocol, and their loops judged by ours. */
class PeerServerTest {
  private static final Path FOLDER = Path.of("..", "benchmarks", "peers").toAbsolutePath();

  /** A backend of the standard library alone: its peers print, fail, and take their time. */
  private static final String BACKEND =
      """
      import sys, time
      sys.path.insert(0, sys.argv[1])
      import peer_server

      class Prepared:
          def __init__(self, name):
              self.name = name
          def answer(self):
              return {"memory_bytes": 7}
          def load(self, file):
              with open(file, "rb") as numbers:
                  self.numbers = numbers.read()
          def run(self):
              print("a library prints", flush=True)
              if self.name == "slow":
                  end = time.process_time() + 0.05
                  while time.process_time() < end:
                      pass
          def store(self, file):
              with open(file, "wb") as numbers:
                  numbers.write(self.numbers[::-1])

      class Backend:
          def hello(self):
              print("hello from a library", flush=True)
              return {"peers": [], "missing": [], "notes": []}
          def prepare(self, request):
              if request["peer"] == "big":
                  raise MemoryError()
              return Prepared(request["peer"])

      peer_server.serve(Backend)
      """;

  @TempDir private Path temporary;
  private final List<ScriptFamily> opened = new ArrayList<>();

  @BeforeAll
  static void present() throws InterruptedException {
    assumeTrue(works("import sys"), "python3 is not present");
  }

  private static boolean works(String program) throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", program)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noPython) {
      return false;
    }
  }

  @AfterEach
  void close() {
    opened.forEach(ScriptFamily::close);
  }

  private ScriptFamily family(double longestRun) throws IOException {
    Path script = temporary.resolve("backend.py");
    Files.writeString(script, BACKEND);
    ScriptFamily family =
        new ScriptFamily(
            new ScriptFamily.Launch(
                "backend",
                List.of("python3", "-B", script.toString(), FOLDER.toString()),
                Map.of(),
                Set.of(),
                new ScriptFamily.Patience(
                    Duration.ofSeconds(60), Duration.ofSeconds(60), longestRun)));
    opened.add(family);
    return family;
  }

  private static ScriptFamily.Ready ready(ScriptFamily family, String peer) {
    return family.prepare(peer, JsonNodeFactory.instance.objectNode(), Map.of());
  }

  @Test
  void whatLibrariesPrintDoesNotComeBetweenTheAnswers() throws IOException {
    try (ScriptFamily.Ready ready = ready(family(Double.POSITIVE_INFINITY), "loud")) {
      ready.load(MemorySegment.ofArray(new byte[] {1, 2, 3}));
      ready.run();
      assertThat(ready.turn(1e-3)).isPositive().isLessThan(1);
      byte[] back = new byte[3];
      ready.store(MemorySegment.ofArray(back));
      assertThat(back).containsExactly(3, 2, 1);
    }
  }

  @Test
  void aFailedRequestIsToldAndTheNextIsMet() throws IOException {
    ScriptFamily family = family(Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> ready(family, "big")).hasMessage("MemoryError");
    ScriptFamily.Ready closed = ready(family, "one");
    closed.close();
    assertThatThrownBy(closed::run).hasMessageContaining("KeyError");
    assertThat(ready(family, "other").answer().get("memory_bytes").asInt()).isEqualTo(7);
  }

  @Test
  void aRunThatTakesTooLongIsRefusedUnlessThePeerWasNamed() throws IOException {
    ScriptFamily.Ready hurried = ready(family(0.02), "slow");
    assertThatThrownBy(() -> hurried.turn(1e-3))
        .hasMessageMatching("one run takes \\d+\\.\\d s, more than the 0\\.02 s that a peer has.*");
    ScriptFamily.Ready patient = ready(family(Double.POSITIVE_INFINITY), "slow");
    assertThat(patient.turn(1e-3)).isGreaterThan(0.04);
  }

  private List<ScriptPeer> numpy(String script, String... ways) throws InterruptedException {
    assumeTrue(works("import numpy"), "python3 with numpy is not present");
    PeerChoice choice = new PeerChoice(List.of(ways), "python3");
    ScriptPeers.Place place =
        new ScriptPeers.Place(Optional.of(FOLDER), true, false, List.of(1), 0.01);
    List<ScriptPeer> found =
        new ScriptPeers(choice, place, _ -> {}).find(script, Map.of("numpy", List.of(ways)));
    found.forEach(peer -> opened.add(peer.family()));
    assertThat(found).extracting(peer -> peer.about().name()).containsExactly(ways);
    return found;
  }

  @Test
  void stepsOfNumpyAreOurs() throws InterruptedException {
    String[] ways = {"numpy", "numpy-sincos", "lkb", "sionna"};
    List<FieldContender> contenders = new ArrayList<>();
    numpy("split_step_peers.py", ways)
        .forEach(peer -> contenders.add(new ScriptFieldContender(peer)));
    FiberBench bench = new FiberBench(contenders, new Turns(0.001, 1), 3, _ -> {});
    for (StepModel model : StepModel.values()) {
      for (Precision precision : Precision.values()) {
        List<FiberRow> rows = bench.measure(new StepCase(model, 128, 2, precision));
        assertThat(rows).hasSize(ways.length);
        double u = precision == Precision.SINGLE ? 0x1p-24 : 0x1p-53;
        for (FiberRow row : rows) {
          // 2·7 levels and some products a step; first order shows the error of its method.
          boolean firstOrder = row.who().name().equals("lkb");
          assertThat(row.relativeError())
              .as(row.toString())
              .isLessThan(firstOrder ? 1 : u * (2 * 7 + 16) * (row.errorSteps() + 1));
          assertThat(row.relativeError() > 0.01).as(row.toString()).isEqualTo(firstOrder);
          assertThat(row.stepSeconds()).isPositive();
        }
      }
    }
  }

  @Test
  void productsOfNumpyAreOursAndItsNoiseHasItsDeviation() throws InterruptedException {
    ProductContender numpy =
        new ScriptProductContender(numpy("matmul_peers.py", "numpy").getFirst());
    ProductBench bench =
        new ProductBench(
            List.of(numpy), List.of(ProductEffect.values()), new Turns(0.001, 1), _ -> {});
    List<ProductRow> rows = bench.measure(new ProductCase(1, 80, 70, 60, Precision.SINGLE));
    assertThat(rows)
        .extracting(ProductRow::effect)
        .containsExactly(
            ProductEffect.NOISELESS,
            ProductEffect.RECEIVER,
            ProductEffect.PRODUCT,
            ProductEffect.PER_MULTIPLY);
    assertThat(rows.getFirst().check().relativeError().orElseThrow())
        .isBetween(0x1p-24 / 100, 60 * 0x1p-24);
    for (ProductRow row : rows.subList(1, rows.size())) {
      // 64 rows of 70 outputs: the deviation of a deviation is 1/√8960; five of them.
      assertThat(row.check().deviationRatio().orElseThrow())
          .isCloseTo(1, within(5 / Math.sqrt(8960)));
    }
  }

  @Test
  void meshesOfNumpyAreOurs() throws InterruptedException {
    MeshContender numpy = new ScriptMeshContender(numpy("mesh_peers.py", "numpy").getFirst());
    MeshBench bench =
        new MeshBench(
            List.of(numpy), List.of(MeshPlan.Method.values()), new Turns(0.001, 1), _ -> {});
    for (int modes : List.of(8, 9)) {
      List<MeshRow> rows = bench.measure(new MeshCase(modes, 5, Precision.DOUBLE));
      assertThat(rows).hasSize(1);
      assertThat(rows.getFirst().check().against()).isEqualTo("reference");
      // A few roundings in each of the columns.
      assertThat(rows.getFirst().check().relativeError().orElseThrow())
          .isLessThan(8 * modes * 0x1p-53);
      assertThat(rows.getFirst().compileSeconds()).isPositive();
    }
  }
}
