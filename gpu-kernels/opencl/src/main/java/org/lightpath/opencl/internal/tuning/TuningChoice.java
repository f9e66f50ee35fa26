package org.lightpath.opencl.internal.tuning;

/**
 * What was measured to be best.
 *
 * @param variant label of the variant
 * @param ratio time of a run of it over that of the planner's variant [1]
 */
public record TuningChoice(String variant, double ratio) {}
