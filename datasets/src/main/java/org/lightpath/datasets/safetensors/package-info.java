/** Weights in the safetensors format, and its reader for files from anywhere. */
@NullMarked
package org.lightpath.datasets.safetensors;

import org.jspecify.annotations.NullMarked;
