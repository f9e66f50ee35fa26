package org.lightpath.cloud.graph.operator;

import org.lightpath.core.plan.MatmulShape;

/**
 * A product that a node asks for.
 *
 * @param shape extents
 * @param left input of the node that the left operand is made of
 * @param right input of the node that the right operand is made of
 */
public record ProductRequest(MatmulShape shape, ValueInfo left, ValueInfo right) {}
