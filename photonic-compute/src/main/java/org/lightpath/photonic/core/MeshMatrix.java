package org.lightpath.photonic.core;

import java.util.Objects;
import org.lightpath.photonic.mesh.ComplexMatrix;
import org.lightpath.photonic.mesh.MeshImperfections;
import org.lightpath.photonic.mesh.MeshTopology;
import org.lightpath.photonic.mesh.SingularValueCore;

/**
 * Matrices as chips of a technology make them: W = U Σ V† on two meshes and a column of
 * attenuators.
 *
 * <p>The largest singular value is made by the mesh itself at full transmission; the digital scale
 * of a block is part of what this returns, so that a block of smaller norm than the largest one has
 * smaller entries, as {@link RealisedMatrix} wants. Loss common to all paths, one mean loss for
 * each column on the way, is left to {@link #transmission}.
 *
 * @param technology errors, quantisation, loss, crosstalk
 * @param topology of both meshes
 */
public record MeshMatrix(MeshImperfections technology, MeshTopology topology)
    implements RealisedMatrix {
  /** Checks that nothing is missing. */
  public MeshMatrix {
    Objects.requireNonNull(technology);
    Objects.requireNonNull(topology);
  }

  @Override
  public Transfer realise(double[][] target, long chip) {
    int outputs = target.length;
    int inputs = target[0].length;
    double[] values = new double[outputs * inputs];
    for (int j = 0; j < outputs; j++) {
      System.arraycopy(target[j], 0, values, j * inputs, inputs);
    }
    ComplexMatrix matrix =
        SingularValueCore.of(ComplexMatrix.real(outputs, inputs, values), topology)
            .realise(technology, chip, 0)
            .matrix();
    double lossless = 1 / Math.sqrt(transmission(outputs, inputs));
    double[][] real = new double[outputs][inputs];
    double[][] imaginary = new double[outputs][inputs];
    for (int j = 0; j < outputs; j++) {
      for (int k = 0; k < inputs; k++) {
        real[j][k] = Math.clamp(lossless * matrix.re(j, k), -1, 1);
        imaginary[j][k] = Math.clamp(lossless * matrix.im(j, k), -1, 1);
      }
    }
    return new Transfer(real, imaginary);
  }

  @Override
  public double transmission(int outputs, int inputs) {
    // A path through a rectangle of N modes meets N − 1 interferometers in the mean, and one
    // attenuator.
    int passages = outputs + inputs - 1;
    return Math.pow(10, -technology.loss().meanDecibels() * passages / 10);
  }
}
