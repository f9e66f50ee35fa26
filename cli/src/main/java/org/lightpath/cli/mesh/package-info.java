/** Experiments of kind {@code mesh}: interferometer meshes with the errors of fabrication. */
@NullMarked
package org.lightpath.cli.mesh;

import org.jspecify.annotations.NullMarked;
