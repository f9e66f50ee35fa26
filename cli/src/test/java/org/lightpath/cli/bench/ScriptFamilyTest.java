package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.field.Precision;

/** The protocol with a process that keeps it, or fails in one of the ways in which scripts do. */
class ScriptFamilyTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final List<ScriptFamily> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(ScriptFamily::close);
  }

  private ScriptFamily family(List<String> command, Duration patience) {
    ScriptFamily family =
        new ScriptFamily(
            new ScriptFamily.Launch(
                "fake",
                command,
                Map.of("OMP_NUM_THREADS", "7"),
                Set.of("HOME"),
                new ScriptFamily.Patience(LONG, patience, Double.POSITIVE_INFINITY)));
    opened.add(family);
    return family;
  }

  private ScriptFamily family() {
    return family(FakePeer.command(), LONG);
  }

  private static ScriptFamily.Ready ready(ScriptFamily family, String peer) {
    ObjectNode c = JsonNodeFactory.instance.objectNode().put("samples", 3);
    return family.prepare(peer, c, Map.of("phase", MemorySegment.ofArray(new double[3])));
  }

  private static ScriptFieldContender contender(ScriptFamily family, String peer) {
    return new ScriptFieldContender(
        new ScriptPeer(family, new ScriptPeer.About(peer, "fake", 1, true, List.of()), host()));
  }

  private static EngineContender host() {
    return new EngineContender(Engines.choose("cpu"), new EngineOptions(0, 1));
  }

  @Test
  void numbersGoThereAndBackAndTimesAreThoseOfTheScript() {
    ScriptFamily family = family();
    try (ScriptFamily.Ready ready = ready(family, "idle")) {
      ready.load(MemorySegment.ofArray(new float[] {1, -2, 3.5f}));
      ready.run();
      assertThat(ready.turn(0.3)).isEqualTo(0.125);
      float[] back = new float[3];
      ready.store(MemorySegment.ofArray(back));
      assertThat(back).containsExactly(1, -2, 3.5f);
      assertThat(ready.answer().get("memory_bytes").asLong()).isEqualTo(42);
    }
  }

  @Test
  void threadsAreSetAndWhatDisturbsIsRemovedFromTheEnvironment() {
    assertThat(family().hello().get("notes").get(0).asText()).isEqualTo("HOME null, THREADS 7");
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> family(List.of("/no/such/python3"), LONG))
        .isInstanceOf(PeerFailedException.class)
        .hasMessageContaining("/no/such/python3 cannot be started");
  }

  @Test
  void anEndBeforeTheFirstLineIsToldWithItsLastWords() {
    List<String> command = FakePeer.command();
    command.set(command.size() - 1, "NoSuchClass");
    assertThatThrownBy(() -> family(command, LONG))
        .hasMessageContaining("ended with code 1")
        .hasMessageContaining("NoSuchClass");
  }

  @Test
  void anotherProtocolIsRefused() {
    assertThatThrownBy(() -> family(FakePeer.command("old"), LONG))
        .hasMessageContaining("expected version 1 of the protocol, got: {\"protocol\":0}");
  }

  @Test
  void eachFailureSaysWhatWasWrong() {
    ScriptFamily family = family();
    assertThatThrownBy(() -> ready(family, "refuse")).hasMessage("MemoryError: too much");
    ScriptFamily.Ready small = ready(family, "short");
    assertThatThrownBy(() -> small.store(MemorySegment.ofArray(new float[3])))
        .hasMessage("its result has 8 bytes, expected 12");
    ScriptFamily.Ready timeless = ready(family, "timeless");
    assertThatThrownBy(() -> timeless.turn(1)).hasMessageContaining("a time of a run above 0 s");
    ScriptFamily.Ready babble = ready(family, "babble");
    assertThatThrownBy(() -> babble.turn(1))
        .hasMessageContaining("expected an object of JSON")
        .hasMessageContaining("warning: this is no JSON");
  }

  @Test
  void whoDoesNotAnswerInTimeIsEnded() {
    ScriptFamily family = family(FakePeer.command(), Duration.ofMillis(2500));
    ScriptFamily.Ready hang = ready(family, "hang");
    assertThatThrownBy(() -> hang.turn(1)).hasMessage("no answer to 'turn' in 2.5 s");
    assertThatThrownBy(hang::run).isInstanceOf(PeerFailedException.class);
  }

  @Test
  void aDeadProcessIsStartedAnewForTheNextCaseButNotForEver() {
    ScriptFamily family = family();
    for (int death = 1; death <= 4; death++) {
      ScriptFamily.Ready crash = ready(family, "crash");
      assertThatThrownBy(() -> crash.turn(1))
          .hasMessage("the process ended with code 3: out of luck");
      crash.close();
    }
    assertThatThrownBy(() -> ready(family, "idle")).hasMessage("its process died 4 times");
  }

  @Test
  void noProcessIsLeftBehind() {
    long before = children();
    ScriptFamily family = family();
    assertThat(children()).isEqualTo(before + 1);
    family.close();
    assertThat(children()).isEqualTo(before);
    family.close();
  }

  private static long children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }

  @Test
  void benchGoesOnWithoutAPeerThatCrashesAndShowsTheErrorOfOneThatComputesAnother() {
    List<String> log = new ArrayList<>();
    ScriptFamily other = family();
    List<FieldContender> contenders =
        List.of(contender(family(), "crash"), host(), contender(other, "idle"));
    FiberBench bench = new FiberBench(contenders, new Turns(0.01, 2), 2, log::add);
    List<FiberRow> rows = bench.measure(new StepCase(StepModel.MANAKOV, 64, 3, Precision.SINGLE));
    assertThat(rows).extracting(row -> row.who().name()).containsExactly("lightpath cpu", "idle");
    assertThat(log)
        .contains("left out: crash, 1 threads: the process ended with code 3: out of luck");
    FiberRow idle = rows.getLast();
    // It gave back the input: the field of so many steps is far from it.
    assertThat(idle.relativeError()).isGreaterThan(0.1);
    assertThat(new FiberTable().markdown(rows)).contains("| idle |");
    assertThat(idle.stepSeconds()).isEqualTo(0.125 / 2);
    assertThat(rows.getFirst().relativeError()).isLessThan(1e-5);
    assertThat(log).noneMatch(line -> line.contains("idle"));
  }

  @Test
  void turnsOfTheOthersGoOnWhenOneFails() {
    Map<String, TimedRun> runs = new LinkedHashMap<>();
    List<String> order = new ArrayList<>();
    runs.put("a", () -> order.add("a"));
    runs.put(
        "b",
        () -> {
          order.add("b");
          if (order.stream().filter("b"::equals).count() == 3) {
            throw new PeerFailedException("third time");
          }
        });
    List<String> told = new ArrayList<>();
    Map<String, Times> times =
        new Turns(1e-9, 3).measure(runs, (who, why) -> told.add(who + ": " + why));
    assertThat(order).containsExactly("a", "b", "a", "b", "a", "b", "a", "a");
    assertThat(times).containsOnlyKeys("a");
    assertThat(times.values().iterator().next().seconds()).hasSize(3);
    assertThat(told).containsExactly("b: third time");
  }

  @Test
  void exchangedFilesAreGone() {
    Path file;
    try (Exchange exchange = new Exchange()) {
      file = exchange.write(MemorySegment.ofArray(new long[] {5}));
      long[] back = new long[1];
      exchange.read(file, MemorySegment.ofArray(back));
      assertThat(back).containsExactly(5);
    }
    assertThat(file.getParent()).doesNotExist();
  }
}
