/** Energy and time of a model executed by an optical cloud, by layer and by inference. */
@NullMarked
package org.lightpath.cloud.account;

import org.jspecify.annotations.NullMarked;
