package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Throughput of interferometer meshes, column by column and in composed blocks. */
@Command(
    name = "mesh",
    description = {
      "Measures light through interferometer meshes on this machine.",
      "Vectors pass a rectangular mesh of N modes and N(N - 1)/2 interferometers with a Haar-random",
      "matrix, column by column and in composed blocks; the time to compile stands apart from that",
      "of a run. Flops are counted as 28 for each interferometer and vector for both methods. The",
      "figure to quote is the time of columns over that of blocks."
    },
    mixinStandardHelpOptions = true)
public final class BenchMeshCommand extends Benchmark<MeshRow, MeshContender> {
  @Option(
      names = "--size",
      split = ",",
      defaultValue = "64,256,512,1024",
      description = "Modes N (default: ${DEFAULT-VALUE}).")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--vectors",
      split = ",",
      description = "Vectors V of a run (default: N, which gives the matrix of the mesh).")
  private List<Integer> vectors = List.of();

  @Option(
      names = "--method",
      split = ",",
      defaultValue = "columns,blocks",
      description = "Methods: columns, blocks (default: ${DEFAULT-VALUE}).")
  private List<MeshPlan.Method> methods = List.of();

  @Mixin private final PeerOptions peerOptions = new PeerOptions();

  /** Called by picocli. */
  public BenchMeshCommand() {}

  @Override
  String name() {
    return "mesh";
  }

  @Override
  Table<MeshRow> table() {
    return new MeshTable();
  }

  @Override
  void check() {
    peerOptions.check(options());
    options().require(sizes.stream().allMatch(n -> n >= 2), "--size: expected at least 2 modes");
    options().require(vectors.stream().allMatch(v -> v >= 1), "--vectors must be positive");
  }

  @Override
  List<MeshContender> peers(List<EngineContender> engines) {
    return Contenders.meshPeers(
        peerOptions.choice(),
        ScriptPeers.Place.beside(engines, options().threads(), options().turns()),
        options()::tell);
  }

  @Override
  void measure(
      List<EngineContender> engines, List<MeshContender> peers, Consumer<List<MeshRow>> measured) {
    List<MeshContender> contenders = new ArrayList<>(engines);
    contenders.addAll(peers);
    List<MeshPlan.Method> each = methods.stream().distinct().sorted().toList();
    MeshBench bench = new MeshBench(contenders, each, options().turns(), options()::tell);
    for (Precision precision : options().precisions()) {
      for (int n : sizes) {
        for (int count : vectors.isEmpty() ? List.of(n) : vectors) {
          measured.accept(bench.measure(new MeshCase(n, count, precision)));
        }
      }
    }
  }
}
