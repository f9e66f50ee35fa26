/** Models as graphs of tensors: import, shapes, digital operators, execution. */
@NullMarked
package org.lightpath.cloud.graph;

import org.jspecify.annotations.NullMarked;
