/** Experiments of kind cloud: a generative model executed by light over a fibre network. */
@NullMarked
package org.lightpath.cli.cloud;

import org.jspecify.annotations.NullMarked;
