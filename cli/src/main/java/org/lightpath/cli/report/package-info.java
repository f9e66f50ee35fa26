/**
 * The report of a run: made from the files of its folder alone, written as one HTML file beside its
 * figures. {@code docs/run-folder.md} names the tables it reads.
 */
@NullMarked
package org.lightpath.cli.report;

import org.jspecify.annotations.NullMarked;
