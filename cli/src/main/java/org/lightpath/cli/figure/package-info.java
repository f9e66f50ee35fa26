/**
 * Charts of our own: an immutable model of a figure, drawn as SVG that follows the reader's light
 * or dark theme, or as PNG.
 */
@NullMarked
package org.lightpath.cli.figure;

import org.jspecify.annotations.NullMarked;
