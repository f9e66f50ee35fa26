/** Interferometer meshes: decomposition, errors, crosstalk, self-configuration, fidelity. */
@NullMarked
package org.lightpath.photonic.mesh;

import org.jspecify.annotations.NullMarked;
