/** The engine whose kernels are Java classes, translated to OpenCL by Aparapi. */
@NullMarked
package org.lightpath.aparapi;

import org.jspecify.annotations.NullMarked;
