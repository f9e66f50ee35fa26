/**
 * Energy, area and latency models of published architectures, recomputed from their inputs, and the
 * published results as tables to print beside them. Formulas follow the published artefacts, slips
 * included where a result can only be reproduced with them; every slip is named.
 */
@NullMarked
package org.lightpath.photonic.energy.published;

import org.jspecify.annotations.NullMarked;
