/** Finds devices of TornadoVM and holds fields and matrices for them. */
@NullMarked
package org.lightpath.tornado.internal;

import org.jspecify.annotations.NullMarked;
