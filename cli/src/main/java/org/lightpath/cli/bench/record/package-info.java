/** What benchmarks measured, as rows read back from files of records, and comparisons of them. */
@NullMarked
package org.lightpath.cli.bench.record;

import org.jspecify.annotations.NullMarked;
