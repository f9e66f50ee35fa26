package org.lightpath.cloud.quality;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Fréchet distance between two sets of feature vectors taken as Gaussians (Dowson and Landau, J.
 * Multivar. Anal. 12, 450, 1982; Heusel et al., NeurIPS 2017 for images):
 *
 * <p>d² = |μ₁ − μ₂|² + Tr(Σ₁ + Σ₂ − 2 (Σ₁^½ Σ₂ Σ₁^½)^½)
 *
 * <p>The square d² is what is called the Fréchet distance of images, and {@link #value}. Features
 * of another network than Inception give other numbers than published ones. The estimate is biased
 * upwards, by about 1/n (Bińkowski et al., ICLR 2018; Chong and Forsyth, CVPR 2020): only distances
 * of equally many images may be compared, best as excess over the digital run.
 *
 * @param meanPart |μ₁ − μ₂|²
 * @param covariancePart the trace
 * @param samples vectors in the smaller set
 * @param dimensions numbers in a vector
 */
public record FrechetDistance(
    double meanPart, double covariancePart, long samples, int dimensions) {
  /** Below so many vectors the bias is worth a word (2048 is the least that Heusel et al. use). */
  public static final int FEW_SAMPLES = 2000;

  /** The distance d². */
  public double value() {
    return meanPart + covariancePart;
  }

  /** What to think of the number of samples, if that is small. */
  public Optional<String> caution() {
    if (samples >= FEW_SAMPLES) {
      return Optional.empty();
    }
    return Optional.of(
        "Fréchet distance from %d samples is biased upwards: use at least %d, or compare runs of equally many only"
            .formatted(samples, FEW_SAMPLES));
  }

  /** Whether a set is large enough for a covariance of full rank: more vectors than dimensions. */
  public static boolean isPossible(FeatureStatistics set) {
    return set.count() > set.dimensions();
  }

  /**
   * Distance between two sets.
   *
   * @throws IllegalArgumentException if the dimensions differ, or a set has not more vectors than
   *     dimensions, which leaves its covariance singular
   * @throws ArithmeticException if the eigenvalues do not converge
   */
  public static FrechetDistance between(FeatureStatistics first, FeatureStatistics second) {
    int n = first.dimensions();
    if (second.dimensions() != n) {
      throw new IllegalArgumentException(
          "Fréchet distance: features of %d and %d dimensions; take both from the same layer"
              .formatted(n, second.dimensions()));
    }
    requireEnough(first);
    requireEnough(second);
    double[] a = first.mean();
    double[] b = second.mean();
    double means = 0;
    for (int i = 0; i < n; i++) {
      means += (a[i] - b[i]) * (a[i] - b[i]);
    }
    DMatrixRMaj s1 = new DMatrixRMaj(n, n, true, first.covariance());
    DMatrixRMaj s2 = new DMatrixRMaj(n, n, true, second.covariance());
    double trace = CommonOps_DDRM.trace(s1) + CommonOps_DDRM.trace(s2);
    double covariances = trace - 2 * traceOfRoot(s1, s2);
    return new FrechetDistance(means, covariances, Math.min(first.count(), second.count()), n);
  }

  private static void requireEnough(FeatureStatistics set) {
    if (!isPossible(set)) {
      throw new IllegalArgumentException(
          "Fréchet distance: %d samples of %d features leave the covariance singular; make at least %d, better %d"
              .formatted(set.count(), set.dimensions(), set.dimensions() + 1, FEW_SAMPLES));
    }
  }

  /** Tr (S₁^½ S₂ S₁^½)^½: symmetric, unlike S₁ S₂, so that its eigenvalues are real. */
  private static double traceOfRoot(DMatrixRMaj s1, DMatrixRMaj s2) {
    int n = s1.getNumRows();
    DMatrixRMaj root = root(s1);
    DMatrixRMaj half = new DMatrixRMaj(n, n);
    DMatrixRMaj product = new DMatrixRMaj(n, n);
    CommonOps_DDRM.mult(root, s2, half);
    CommonOps_DDRM.mult(half, root, product);
    EigenDecomposition_F64<DMatrixRMaj> eigen = decompose(product, false);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += positiveRoot(eigen, i);
    }
    return sum;
  }

  private static DMatrixRMaj root(DMatrixRMaj matrix) {
    int n = matrix.getNumRows();
    EigenDecomposition_F64<DMatrixRMaj> eigen = decompose(matrix, true);
    DMatrixRMaj root = new DMatrixRMaj(n, n);
    for (int k = 0; k < n; k++) {
      DMatrixRMaj vector = eigen.getEigenVector(k);
      CommonOps_DDRM.multAddTransB(positiveRoot(eigen, k), vector, vector, root);
    }
    return root;
  }

  /** Eigenvalues of a covariance are not negative; what rounding makes of zero may be. */
  private static double positiveRoot(EigenDecomposition_F64<DMatrixRMaj> eigen, int index) {
    return Math.sqrt(Math.max(eigen.getEigenvalue(index).getReal(), 0));
  }

  private static EigenDecomposition_F64<DMatrixRMaj> decompose(
      DMatrixRMaj matrix, boolean vectors) {
    int n = matrix.getNumRows();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double middle = (matrix.get(i, j) + matrix.get(j, i)) / 2;
        matrix.set(i, j, middle);
        matrix.set(j, i, middle);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, vectors, true);
    if (!eigen.decompose(matrix.copy())) {
      throw new ArithmeticException(
          "Fréchet distance: eigenvalues of %d × %d do not converge".formatted(n, n));
    }
    return eigen;
  }
}
