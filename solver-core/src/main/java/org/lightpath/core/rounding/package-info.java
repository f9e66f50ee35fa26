/** What engines share to keep systematic rounding errors out of many equal steps. */
@NullMarked
package org.lightpath.core.rounding;

import org.jspecify.annotations.NullMarked;
