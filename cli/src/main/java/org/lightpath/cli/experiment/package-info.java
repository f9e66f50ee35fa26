/**
 * Experiment files: YAML with places, one description of the keys, and what follows from it: the
 * binder, the JSON Schema and the resolved form.
 */
@NullMarked
package org.lightpath.cli.experiment;

import org.jspecify.annotations.NullMarked;
