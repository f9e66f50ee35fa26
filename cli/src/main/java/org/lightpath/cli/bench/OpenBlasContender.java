package org.lightpath.cli.bench;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;

/** OpenBLAS with a number of threads: the noiseless product. */
final class OpenBlasContender implements ProductContender {
  private final OpenBlas library;
  private final Contender host;

  /**
   * A contender.
   *
   * @param library shared with the contenders of other numbers of threads
   * @param host measures what as many cores can do
   */
  OpenBlasContender(OpenBlas library, Contender host) {
    this.library = library;
    this.host = host;
  }

  @Override
  public String name() {
    return "OpenBLAS";
  }

  @Override
  public String detail() {
    return library.description();
  }

  @Override
  public int threads() {
    return host.threads();
  }

  @Override
  public boolean onHost() {
    return true;
  }

  @Override
  public boolean supports(ProductCase c, ProductEffect effect) {
    return effect == ProductEffect.NOISELESS;
  }

  @Override
  public Optional<DeviceCeilings> ceilings(Precision precision, long workingSetBytes) {
    return host.ceilings(precision, workingSetBytes);
  }

  @Override
  public Prepared prepare(ProductCase c, ProductEffect effect, Operands operands) {
    return new PreparedBlas(c, operands);
  }

  @Override
  public void close() {
    host.close();
  }

  /** Matrices of its own, aligned as those of others. */
  private final class PreparedBlas implements Prepared {
    private final ProductCase c;
    private final RealMatrix left;
    private final RealMatrix right;
    private final RealMatrix result;

    PreparedBlas(ProductCase c, Operands operands) {
      this.c = c;
      this.left = copy(operands.left());
      this.right = copy(operands.right());
      this.result = RealMatrix.allocate(c.shape().result(), c.precision());
    }

    private static RealMatrix copy(RealMatrix source) {
      RealMatrix target = RealMatrix.allocate(source.shape(), source.precision());
      target.segment().copyFrom(source.segment());
      return target;
    }

    @Override
    public void run() {
      library.threads(threads());
      for (int matrix = 0; matrix < c.batch(); matrix++) {
        library.multiply(c, slice(left, matrix), slice(right, matrix), slice(result, matrix));
      }
    }

    private MemorySegment slice(RealMatrix matrices, int matrix) {
      long bytes = matrices.byteSize() / c.batch();
      return matrices.segment().asSlice(matrix * bytes, bytes);
    }

    @Override
    public void store(RealMatrix target) {
      target.segment().copyFrom(result.segment());
    }

    @Override
    public long memoryBytes() {
      return left.byteSize() + right.byteSize() + result.byteSize();
    }

    @Override
    public void close() {
      left.close();
      right.close();
      result.close();
    }
  }
}
