/** Fibre physics: links, amplifiers, transceivers and closed-form models. */
@NullMarked
package org.lightpath.fiber;

import org.jspecify.annotations.NullMarked;
