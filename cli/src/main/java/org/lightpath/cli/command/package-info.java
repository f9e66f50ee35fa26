/** The commands of {@code lightpath}. */
@NullMarked
package org.lightpath.cli.command;

import org.jspecify.annotations.NullMarked;
