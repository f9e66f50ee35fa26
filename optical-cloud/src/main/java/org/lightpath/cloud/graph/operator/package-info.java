/** Operators of a model: what they accept, what shapes they give, how they compute digitally. */
@NullMarked
package org.lightpath.cloud.graph.operator;

import org.jspecify.annotations.NullMarked;
