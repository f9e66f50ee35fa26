/** How models make images and text, by light and digitally, and how both compare. */
@NullMarked
package org.lightpath.cloud.generate;

import org.jspecify.annotations.NullMarked;
