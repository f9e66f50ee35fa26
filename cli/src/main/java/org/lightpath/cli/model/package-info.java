/** Models by name, their inputs and their products: what benchmarks and experiments share. */
@NullMarked
package org.lightpath.cli.model;

import org.jspecify.annotations.NullMarked;
