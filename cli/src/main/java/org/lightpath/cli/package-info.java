/** The lightpath command: experiment file in, run folder out. */
@NullMarked
package org.lightpath.cli;

import org.jspecify.annotations.NullMarked;
