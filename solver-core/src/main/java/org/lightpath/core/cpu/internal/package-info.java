/** Kernels, layouts and programs of the host engine; not for use outside {@code core.cpu}. */
@NullMarked
package org.lightpath.core.cpu.internal;

import org.jspecify.annotations.NullMarked;
