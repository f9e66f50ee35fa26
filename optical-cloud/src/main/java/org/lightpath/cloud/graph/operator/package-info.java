/**
 * Operators of a model: which attributes they know, what shapes they give, how they compute
 * digitally. Definitions: ONNX operator schemas, operator sets 7 to 24.
 */
@NullMarked
package org.lightpath.cloud.graph.operator;

import org.jspecify.annotations.NullMarked;
