package org.lightpath.fiber.transceiver;

/** Unnormalised transform of each mode of one field. */
@SuppressWarnings("ArrayRecordComponent") // stays inside the package; nobody compares or keeps it
record FieldSpectrum(double[][] re, double[][] im) {}
