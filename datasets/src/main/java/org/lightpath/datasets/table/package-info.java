/** Tables and the Arrow IPC files they are kept in. */
@NullMarked
package org.lightpath.datasets.table;

import org.jspecify.annotations.NullMarked;
