package org.lightpath.cli.bench;

/** What the fields of a case obey. */
enum StepModel {
  /** One polarisation, its own power. */
  SCALAR(1),
  /** Two polarisations that turn by their common power. */
  MANAKOV(2);

  private final int modes;

  StepModel(int modes) {
    this.modes = modes;
  }

  int modes() {
    return modes;
  }
}
