/**
 * {@code lightpath bench fiber}: split-step throughput on this machine beside its peers, each row
 * with its error against the double-precision reference and its share of the measured ceilings.
 */
@NullMarked
package org.lightpath.cli.bench;

import org.jspecify.annotations.NullMarked;
