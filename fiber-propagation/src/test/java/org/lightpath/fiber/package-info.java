/** Tests of fibre physics. */
@NullMarked
package org.lightpath.fiber;

import org.jspecify.annotations.NullMarked;
