package org.lightpath.cli.bench;

import java.util.List;

/**
 * Who shall take part beside the engines.
 *
 * @param names {@code auto}, {@code none}, or names of peers or their libraries, in lower case
 * @param python program that was asked for; empty for the usual one
 */
record PeerChoice(List<String> names, String python) {
  /** Everybody who is found. */
  static final String AUTO = "auto";

  /** Nobody. */
  static final String NONE = "none";

  /** Names the usual Python. */
  static final String VARIABLE = "LIGHTPATH_PYTHON";

  /** Names of peers and of their libraries. */
  static final List<String> KNOWN =
      List.of(
          "jtransforms",
          "fftw",
          "openblas",
          "ejml",
          "permultiply",
          "numpy",
          "scipy",
          "torch",
          "cupy",
          "lkb",
          "sionna");

  /** Keeps a copy. */
  PeerChoice {
    names = List.copyOf(names);
  }

  /** Whether everybody may take part. */
  boolean auto() {
    return names.contains(AUTO);
  }

  /** Whether a name stands for a peer, or for several. */
  static boolean known(String name) {
    return name.equals(AUTO)
        || name.equals(NONE)
        || KNOWN.stream().anyMatch(known -> name.equals(known) || name.startsWith(known + "-"));
  }

  /** Whether a peer takes part: it was named, or its library was. */
  boolean wants(String name) {
    return auto() || names.stream().anyMatch(n -> name.equals(n) || name.startsWith(n + "-"));
  }

  /** Whether any of several takes part. */
  boolean wantsAny(List<String> known) {
    return known.stream().anyMatch(this::wants);
  }

  /** The program to start. */
  String interpreter() {
    String named = System.getenv(VARIABLE);
    if (!python.isBlank()) {
      return python;
    }
    return named == null || named.isBlank() ? "python3" : named;
  }
}
