package org.lightpath.cli.bench;

import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.field.RealMatrix;

/** Someone who can multiply matrices. */
interface ProductContender extends Contender {
  /** Whether it can run a case with an effect. */
  boolean supports(ProductCase c, ProductEffect effect);

  /**
   * Makes everything ready for runs of a case.
   *
   * @param operands values, which are copied
   */
  Prepared prepare(ProductCase c, ProductEffect effect, Operands operands);

  /**
   * The values of a case.
   *
   * @param left A
   * @param right B
   */
  record Operands(RealMatrix left, RealMatrix right) implements AutoCloseable {
    /** Draws the values of a case. */
    static Operands of(ProductCase c) {
      return new Operands(c.left(), c.right());
    }

    @Override
    public void close() {
      left.close();
      right.close();
    }
  }

  /** A contender ready for one case and effect. */
  interface Prepared extends TimedRun, AutoCloseable {
    /** Multiplies once. */
    @Override
    void run();

    /** Reads C, as far as it is computed: {@link #share}. */
    void store(RealMatrix result);

    /** What a run costs at least, where the program counts it. */
    default Optional<ProgramCost> cost() {
      return Optional.empty();
    }

    /** Part of the outputs that a run computes: below 1 its time stands for more. */
    default double share() {
      return 1;
    }

    /**
     * For draws that the reference does not have: the standard deviation of a run's noise over the
     * expected one. Empty if the result can be compared with the reference.
     */
    default OptionalDouble deviationRatio() {
      return OptionalDouble.empty();
    }

    /** Bytes held for matrices, tables and scratch; 0 if unknown. */
    long memoryBytes();

    @Override
    void close();
  }
}
