/** JMH benchmarks of the kernels. The table for people is {@code lightpath bench}. */
@NullMarked
package org.lightpath.benchmarks;

import org.jspecify.annotations.NullMarked;
