/** The suite that every engine extends: the same cases, judged by the reference engine. */
@NullMarked
package org.lightpath.core.conformance;

import org.jspecify.annotations.NullMarked;
