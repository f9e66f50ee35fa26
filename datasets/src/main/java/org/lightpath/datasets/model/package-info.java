/** The trained models that come with this project, and their cards. */
@NullMarked
package org.lightpath.datasets.model;

import org.jspecify.annotations.NullMarked;
