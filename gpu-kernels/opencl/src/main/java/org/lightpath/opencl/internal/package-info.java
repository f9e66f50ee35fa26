/** Kernels, their sources and launches; nothing here is for users. */
@NullMarked
package org.lightpath.opencl.internal;

import org.jspecify.annotations.NullMarked;
