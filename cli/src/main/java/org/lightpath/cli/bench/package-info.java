/**
 * {@code lightpath bench}: throughput of split steps, matrix products and meshes on this machine
 * beside their peers, each row with its error against the double-precision reference and its share
 * of the measured ceilings.
 */
@NullMarked
package org.lightpath.cli.bench;

import org.jspecify.annotations.NullMarked;
