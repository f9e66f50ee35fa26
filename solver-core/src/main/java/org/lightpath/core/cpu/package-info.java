/**
 * The engine for the host processor: fused split-step kernels on the Vector API, or the same
 * kernels in plain Java where that module is missing.
 */
@NullMarked
package org.lightpath.core.cpu;

import org.jspecify.annotations.NullMarked;
