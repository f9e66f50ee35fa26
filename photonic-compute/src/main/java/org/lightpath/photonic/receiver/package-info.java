/**
 * From photocurrent to bits: shot, thermal, relative intensity and converter noise, SNR and ENOB.
 */
@NullMarked
package org.lightpath.photonic.receiver;

import org.jspecify.annotations.NullMarked;
