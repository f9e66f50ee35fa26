/**
 * Models of published architectures at full size with seeded random weights: right for operators,
 * shapes, operations and memory, without any claim of quality.
 */
@NullMarked
package org.lightpath.datasets.builder;

import org.jspecify.annotations.NullMarked;
