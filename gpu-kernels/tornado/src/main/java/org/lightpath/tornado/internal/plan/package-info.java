/** Plans made ready: tables, launch widths, and where the fields and matrices are. */
@NullMarked
package org.lightpath.tornado.internal.plan;

import org.jspecify.annotations.NullMarked;
