/** Tests of the cores. */
@NullMarked
package org.lightpath.photonic.core;

import org.jspecify.annotations.NullMarked;
