/** Kernels, as Java methods that TornadoVM compiles, and the arrays and graphs they run in. */
@NullMarked
package org.lightpath.tornado.internal.kernel;

import org.jspecify.annotations.NullMarked;
