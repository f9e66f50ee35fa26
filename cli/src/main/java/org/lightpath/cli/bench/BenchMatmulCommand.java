package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.lightpath.core.field.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Throughput of matrix products with their noise, beside OpenBLAS in the same run. */
@Command(
    name = "matmul",
    description = {
      "Measures matrix products with the noise of a photonic core on this machine.",
      "noiseless: C = AB; receiver: shot noise from norms, and thermal noise; product: shot noise",
      "from a second product |A||B|; full: 8-bit operands with noise, receiver, 8-bit readout;",
      "counted: receiver with counted photons. The figure to quote is the cost of noise: the time",
      "over that of the noiseless product of the same engine. Peers: OpenBLAS (noiseless), and noise",
      "drawn for every multiplication, extrapolated from a part."
    },
    mixinStandardHelpOptions = true)
public final class BenchMatmulCommand extends Benchmark<ProductRow, ProductContender> {
  @Option(
      names = "--size",
      split = ",",
      defaultValue = "512,1024,2048",
      converter = Extents.Reader.class,
      description = "Sizes, n or MxNxK (default: ${DEFAULT-VALUE}).")
  private List<Extents> sizes = List.of();

  @Option(
      names = "--batch",
      split = ",",
      defaultValue = "1",
      description = "Products of a batch (default: ${DEFAULT-VALUE}).")
  private List<Integer> batches = List.of();

  @Option(
      names = "--effect",
      split = ",",
      defaultValue = "noiseless,receiver,product,full",
      description =
          "Effects: noiseless, receiver, product, counted, full (default: ${DEFAULT-VALUE}).")
  private List<ProductEffect> effects = List.of();

  @Mixin private final PeerOptions peerOptions = new PeerOptions();

  /** Called by picocli. */
  public BenchMatmulCommand() {}

  /** M, N and K. */
  private record Extents(int rows, int columns, int inner) {
    /** Reads n or MxNxK. */
    static final class Reader implements ITypeConverter<Extents> {
      @Override
      public Extents convert(String text) {
        try {
          int[] n = Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray();
          if ((n.length == 1 || n.length == 3) && Arrays.stream(n).allMatch(each -> each >= 1)) {
            return new Extents(n[0], n[n.length / 2], n[n.length - 1]);
          }
        } catch (NumberFormatException e) {
          throw refusal(text);
        }
        throw refusal(text);
      }

      private static TypeConversionException refusal(String text) {
        return new TypeConversionException(
            "'%s': expected n or MxNxK, positive integers such as 512 or 128x64x1000"
                .formatted(text));
      }
    }
  }

  @Override
  String name() {
    return "matmul";
  }

  @Override
  Table<ProductRow> table() {
    return new ProductTable();
  }

  @Override
  void check() {
    peerOptions.check(options());
    options().require(batches.stream().allMatch(batch -> batch >= 1), "--batch must be positive");
  }

  @Override
  List<ProductContender> peers(List<EngineContender> engines) {
    return Contenders.productPeers(
        peerOptions.choice(),
        ScriptPeers.Place.beside(engines, options().threads(), options().turns()),
        options()::tell);
  }

  @Override
  void measure(
      List<EngineContender> engines,
      List<ProductContender> peers,
      Consumer<List<ProductRow>> measured) {
    List<ProductContender> contenders = new ArrayList<>(engines);
    contenders.addAll(peers);
    List<ProductEffect> all = new ArrayList<>(effects);
    if (!all.contains(ProductEffect.NOISELESS)) {
      all.addFirst(ProductEffect.NOISELESS);
    }
    if (!all.contains(ProductEffect.PER_MULTIPLY)) {
      all.add(ProductEffect.PER_MULTIPLY);
    }
    ProductBench bench = new ProductBench(contenders, all, options().turns(), options()::tell);
    for (Precision precision : options().precisions()) {
      for (Extents size : sizes) {
        for (int batch : batches) {
          measured.accept(
              bench.measure(
                  new ProductCase(batch, size.rows, size.columns, size.inner, precision)));
        }
      }
    }
  }
}
