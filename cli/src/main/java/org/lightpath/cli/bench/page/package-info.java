/** The page of performance, made from records, goals and notes. */
@NullMarked
package org.lightpath.cli.bench.page;

import org.jspecify.annotations.NullMarked;
