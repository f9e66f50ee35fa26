/** The engine interface: what runs a plan, where, and how an engine is found and chosen. */
@NullMarked
package org.lightpath.core.engine;

import org.jspecify.annotations.NullMarked;
