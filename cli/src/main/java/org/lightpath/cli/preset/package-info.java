/** Everything with known values: fibres, devices, published cores and models, with sources. */
@NullMarked
package org.lightpath.cli.preset;

import org.jspecify.annotations.NullMarked;
