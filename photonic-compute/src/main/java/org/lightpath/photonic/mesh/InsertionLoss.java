package org.lightpath.photonic.mesh;

/**
 * Loss from an input to all outputs together, over the inputs.
 *
 * @param meanDecibels of the mean transmission over inputs [dB]
 * @param leastDecibels of the best input [dB]
 * @param mostDecibels of the worst input [dB]
 */
public record InsertionLoss(double meanDecibels, double leastDecibels, double mostDecibels) {}
