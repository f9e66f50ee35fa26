/** Waveforms given as samples in text files. */
@NullMarked
package org.lightpath.datasets.waveform;

import org.jspecify.annotations.NullMarked;
