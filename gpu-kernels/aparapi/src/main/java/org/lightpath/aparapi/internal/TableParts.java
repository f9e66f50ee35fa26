package org.lightpath.aparapi.internal;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.field.Precision;

/** Gathers what a {@link FieldTables} is made of; parts that are not set are empty. */
final class TableParts {
  private final Precision precision;
  private final List<Pass> passes = new ArrayList<>();
  private int[] appendix = new int[0];
  private Reals roots;
  private Reals tables;
  private double[] scalars = {1};
  private long[] seeds = {0};
  private int[] steps = {0};

  TableParts(Precision precision) {
    this.precision = precision;
    this.roots = Reals.allocate(precision, 1);
    this.tables = Reals.allocate(precision, 1);
  }

  List<Pass> passes() {
    return passes;
  }

  TableParts roots(Reals values) {
    roots = values;
    return this;
  }

  TableParts tables(Reals values) {
    tables = values;
    return this;
  }

  TableParts scalars(double... values) {
    scalars = values;
    return this;
  }

  TableParts seeds(long[] values) {
    seeds = values;
    return this;
  }

  TableParts steps(int[] values) {
    steps = values;
    return this;
  }

  /** Numbers behind the passes. */
  TableParts appendix(int[] values) {
    appendix = values;
    return this;
  }

  /** Items of the largest pass. */
  int items() {
    return passes.stream().mapToInt(Pass::items).max().orElse(1);
  }

  /** For one field in local memory. */
  TableParts resident(int elements) {
    passes.forEach(pass -> pass.resident(elements));
    return this;
  }

  FieldTables build() {
    return new FieldTables(this);
  }

  Reals roots() {
    return roots;
  }

  Reals tables() {
    return tables;
  }

  Reals scalars() {
    return Reals.of(precision, scalars);
  }

  long[] seeds() {
    return seeds;
  }

  int[] steps() {
    return steps;
  }

  /** All passes, then the appendix. */
  int[] plan() {
    int[] plan = new int[Math.max(1, passes.size() * Pass.INTS + appendix.length)];
    for (int i = 0; i < passes.size(); i++) {
      System.arraycopy(passes.get(i).numbers, 0, plan, i * Pass.INTS, Pass.INTS);
    }
    System.arraycopy(appendix, 0, plan, passes.size() * Pass.INTS, appendix.length);
    return plan;
  }
}
