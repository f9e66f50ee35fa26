package org.lightpath.cloud.fidelity;

import org.lightpath.cloud.product.Product;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.photonic.core.CoreQuality;

/**
 * How well the products of one site were computed, against the exact products of the same operands:
 * errors of this site alone, not of those before it.
 *
 * @param site where
 * @param quality SNR, ENOB, bias and gain, over all values of all runs
 * @param maxError largest |C − C₀|
 * @param cosine Σ C C₀ / √(Σ C² Σ C₀²)
 * @param kurtosis E (e − ē)⁴/(E (e − ē)²)² of the error e = C − C₀; 3 for normal errors
 * @param clipped values beyond modulators and converters, if they are counted
 * @param runs products
 * @param macs multiply-accumulates of all runs
 * @param seconds time of all runs
 */
public record SiteQuality(
    Product.Site site,
    CoreQuality quality,
    double maxError,
    double cosine,
    double kurtosis,
    MatmulCounts clipped,
    long runs,
    long macs,
    double seconds) {}
