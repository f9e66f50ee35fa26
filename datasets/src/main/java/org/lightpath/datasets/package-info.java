/** Readers and writers of data files, presets and their sources. */
@NullMarked
package org.lightpath.datasets;

import org.jspecify.annotations.NullMarked;
