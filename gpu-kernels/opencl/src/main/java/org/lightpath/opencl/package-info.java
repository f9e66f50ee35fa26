/**
 * The engine for OpenCL devices: whole spans in one launch where a field fits a work-group, two
 * launches a step above that.
 */
@NullMarked
package org.lightpath.opencl;

import org.jspecify.annotations.NullMarked;
