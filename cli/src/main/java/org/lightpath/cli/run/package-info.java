/** The run folder: files that appear whole, the log, progress, checkpoints and interruption. */
@NullMarked
package org.lightpath.cli.run;

import org.jspecify.annotations.NullMarked;
