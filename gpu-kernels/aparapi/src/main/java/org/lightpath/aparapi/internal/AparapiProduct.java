package org.lightpath.aparapi.internal;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.engine.MatrixChecks;
import org.lightpath.core.plan.MatmulPlan;

/** A product on a bench. */
final class AparapiProduct implements MatmulProgram {
  private final EngineLedger ledger;
  private final ProductBench bench;
  private final MatmulPlan plan;
  private final ProductTables tables;
  private final ProductScratch scratch;
  private long runs;
  private long leftClipped;
  private long rightClipped;
  private long outputClipped;
  private boolean closed;

  AparapiProduct(EngineLedger ledger, ProductBench bench, MatmulPlan plan) {
    this.ledger = ledger;
    this.bench = bench;
    this.plan = plan;
    this.tables = ProductTables.of(plan);
    this.scratch = ProductScratch.of(plan);
    ledger.hold(tables.bytes() + scratch.bytes());
  }

  @Override
  public MatmulPlan plan() {
    return plan;
  }

  @Override
  public void run(MatmulOperands operands, MatmulRun run) {
    MatrixChecks.requireFits(plan, operands, AparapiMatrix.class::isInstance);
    Mirror left = mirror(operands.left());
    Mirror right = mirror(operands.right());
    @Nullable DeviceMatrix given = operands.variance();
    @Nullable Mirror variance = given == null ? null : mirror(given);
    right = apart(right, left, null);
    variance = variance == null ? null : apart(variance, left, right);
    ProductBench.Matrices matrices =
        new ProductBench.Matrices(left, right, variance, mirror(operands.result()));
    int[] clips = bench.run(matrices, tables, scratch, run);
    leftClipped += clips[0];
    rightClipped += clips[1];
    outputClipped += clips[2];
    runs++;
  }

  private static Mirror mirror(DeviceMatrix matrix) {
    return ((AparapiMatrix) matrix).mirror();
  }

  /** A copy of an array that is another argument too: Aparapi sends each array to one only. */
  @SuppressWarnings("ReferenceEquality") // the array itself
  private static Mirror apart(Mirror mirror, Mirror first, @Nullable Mirror second) {
    return mirror == first || mirror == second ? mirror.copy() : mirror;
  }

  @Override
  public MatmulCounts counts() {
    return new MatmulCounts(runs, leftClipped, rightClipped, outputClipped);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      ledger.release(tables.bytes() + scratch.bytes());
    }
  }
}
