/** Models in the ONNX format: what a file holds, and its reader for files from anywhere. */
@NullMarked
package org.lightpath.datasets.onnx;

import org.jspecify.annotations.NullMarked;
