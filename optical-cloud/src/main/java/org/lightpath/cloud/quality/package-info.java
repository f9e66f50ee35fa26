/** How good what a model makes is: errors of layers, of images, of their distribution, of text. */
@NullMarked
package org.lightpath.cloud.quality;

import org.jspecify.annotations.NullMarked;
