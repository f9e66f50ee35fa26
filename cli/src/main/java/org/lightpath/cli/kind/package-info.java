/** What all kinds of experiment share: keys, fibres, step rules, tables, and the way a run goes. */
@NullMarked
package org.lightpath.cli.kind;

import org.jspecify.annotations.NullMarked;
