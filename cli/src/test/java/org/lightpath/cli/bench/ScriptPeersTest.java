package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Who is started, and from which process a way is taken that several could run. */
class ScriptPeersTest {
  private static final Map<String, List<String>> WAYS =
      Map.of(
          "numpy", List.of("numpy", "scipy-sincos", "lkb"),
          "torch", List.of("torch", "lkb"),
          "cupy", List.of("cupy", "lkb"));

  @TempDir private Path folder;
  private final List<String> log = new ArrayList<>();
  private Path python = Path.of("");

  /** A Python that is none: it starts the fake. */
  @BeforeEach
  void makePython() throws IOException {
    python = folder.resolve("python");
    String command =
        FakePeer.command().stream().map(part -> "'" + part + "'").collect(Collectors.joining(" "));
    Files.writeString(python, "#!/bin/sh\nexec " + command + " \"$@\"\n");
    assertThat(python.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("script.py"), "");
  }

  private List<String> found(List<String> names, boolean host, boolean device, Integer... threads) {
    PeerChoice choice = new PeerChoice(names, python.toString());
    ScriptPeers.Place place =
        new ScriptPeers.Place(Optional.of(folder), host, device, List.of(threads), 0.1);
    List<ScriptPeer> peers = new ScriptPeers(choice, place, log::add).find("script.py", WAYS);
    List<String> texts = new ArrayList<>();
    for (ScriptPeer peer : peers) {
      texts.add(
          "%s of %s, %d%s"
              .formatted(
                  peer.about().name(),
                  peer.family().name(),
                  peer.about().threads(),
                  peer.about().onHost() ? "" : ", device"));
      peer.family().close();
    }
    return texts;
  }

  @Test
  void eachNumberOfThreadsHasItsProcessAndWaysThatIgnoreItAreThereOnce() {
    assertThat(found(List.of("auto"), true, false, 2, 1))
        .containsExactly(
            "torch of torch, 1",
            "lkb of torch, 1",
            "numpy of numpy, 1",
            "scipy-sincos of numpy, 1",
            "torch of torch, 2",
            "lkb of torch, 2",
            "scipy-sincos of numpy, 2");
    assertThat(log).contains("absent: no module");
  }

  @Test
  void besideADeviceLibrariesRunOnTheDeviceAndOnTheHostOnlyIfAnEngineDoes() {
    assertThat(found(List.of("auto"), false, true, 1))
        .containsExactly("torch of torch, 1, device", "lkb of torch, 1, device");
    assertThat(found(List.of("torch"), true, true, 1))
        .containsExactly("torch of torch, 1, device", "torch of torch, 1");
  }

  @Test
  void namesMeanALibraryOrOneOfItsWays() {
    assertThat(found(List.of("scipy"), true, false, 1)).containsExactly("scipy-sincos of numpy, 1");
    assertThat(found(List.of("scipy-sincos", "fftw"), true, false, 1))
        .containsExactly("scipy-sincos of numpy, 1");
    assertThat(found(List.of("none"), true, true, 1)).isEmpty();
    assertThat(found(List.of("openblas"), true, true, 1)).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedAndLeftOut() throws IOException {
    PeerChoice nowhere = new PeerChoice(List.of("numpy"), "/no/such/python");
    ScriptPeers.Place here =
        new ScriptPeers.Place(Optional.of(folder), true, false, List.of(1), 0.1);
    assertThat(new ScriptPeers(nowhere, here, log::add).find("script.py", WAYS)).isEmpty();
    assertThat(log).anyMatch(line -> line.startsWith("numpy is left out: /no/such/python cannot"));
    ScriptPeers.Place noScripts =
        new ScriptPeers.Place(Optional.empty(), true, false, List.of(1), 0.1);
    assertThat(new ScriptPeers(nowhere, noScripts, log::add).find("script.py", WAYS)).isEmpty();
    assertThat(log).anyMatch(line -> line.contains("benchmarks/peers/script.py is not below"));
    Files.writeString(
        python, "#!/bin/sh\necho \"ModuleNotFoundError: No module named 'numpy'\" >&2\nexit 1\n");
    assertThat(found(List.of("numpy"), true, false, 1)).isEmpty();
    assertThat(log)
        .contains(
            "numpy is left out: the process ended with code 1: ModuleNotFoundError: No module named 'numpy'");
  }

  @Test
  void unknownPeersAreRefused() {
    BenchRun run = new BenchRun();
    for (Object command :
        List.of(new BenchFiberCommand(), new BenchMatmulCommand(), new BenchMeshCommand())) {
      assertThat(run.run(command, "--peers=numpi")).isEqualTo(CommandLine.ExitCode.USAGE);
      assertThat(run.err()).contains("--peers numpi: expected auto, none, or names among", "scipy");
    }
  }

  @Test
  void choicesByNameAndNone() throws IOException {
    BenchRun run = new BenchRun();
    String[] small = {"--samples=64", "--batch=1", "--precision=single", "--steps=2"};
    List<String> arguments = new ArrayList<>(List.of(small));
    arguments.add("--peers=JTransforms");
    assertThat(run.rows(new BenchFiberCommand(), arguments.toArray(String[]::new)))
        .extracting(row -> row.get("contender").asText())
        .containsExactly("lightpath reference", "JTransforms");
    arguments.set(small.length, "--peers=none");
    assertThat(run.rows(new BenchFiberCommand(), arguments.toArray(String[]::new))).hasSize(1);
  }
}
