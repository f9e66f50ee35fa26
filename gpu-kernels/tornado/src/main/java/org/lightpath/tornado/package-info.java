/** Engine on TornadoVM: kernels in Java, compiled for OpenCL devices while they are first run. */
@NullMarked
package org.lightpath.tornado;

import org.jspecify.annotations.NullMarked;
