/** Whole models executed by light: edge nodes, a fibre network, a computing centre. */
@NullMarked
package org.lightpath.cloud;

import org.jspecify.annotations.NullMarked;
