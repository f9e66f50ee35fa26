/** Files of other network planners, read into records of their own terms. */
@NullMarked
package org.lightpath.datasets.network;

import org.jspecify.annotations.NullMarked;
