package org.lightpath.cli.bench;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Options of benchmarks that have peers. */
final class PeerOptions {
  @Option(
      names = "--peers",
      split = ",",
      paramLabel = "NAME",
      defaultValue = PeerChoice.AUTO,
      description = {
        "auto (all that are found), none, or names: jtransforms, fftw, openblas, ejml, permultiply,",
        "numpy, scipy, torch, cupy, lkb, sionna; those of libraries mean all their ways, a name such",
        "as scipy-sincos one way. In auto a way whose run takes far longer than a turn is left out",
        "(default: ${DEFAULT-VALUE})."
      })
  private List<String> names = List.of(PeerChoice.AUTO);

  @Option(names = "--no-peers", description = "Leave peers out: --peers none.")
  private boolean none;

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description =
          "Python for the peers by array libraries (default: LIGHTPATH_PYTHON, or python3).")
  private String python = "";

  /** Called by picocli. */
  PeerOptions() {}

  /** Whether peers are left out by the short form. */
  boolean withoutPeers() {
    return none;
  }

  /** Refuses names that nobody has. */
  void check(BenchOptions options) {
    for (String name : choice().names()) {
      options.require(
          PeerChoice.known(name),
          "--peers %s: expected auto, none, or names among %s"
              .formatted(name, String.join(", ", PeerChoice.KNOWN)));
    }
  }

  /** Who shall take part. */
  PeerChoice choice() {
    List<String> wanted =
        names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).distinct().toList();
    return new PeerChoice(none ? List.of(PeerChoice.NONE) : wanted, python);
  }
}
