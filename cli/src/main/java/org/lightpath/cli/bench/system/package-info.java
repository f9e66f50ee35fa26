/** Real systems whose propagation is measured: what others publish or run as their examples. */
@NullMarked
package org.lightpath.cli.bench.system;

import org.jspecify.annotations.NullMarked;
