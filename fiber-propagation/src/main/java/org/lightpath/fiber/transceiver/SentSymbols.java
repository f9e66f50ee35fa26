package org.lightpath.fiber.transceiver;

/** What one polarisation of a channel sent; no labels for Gaussian symbols. */
@SuppressWarnings("ArrayRecordComponent") // stays inside the package; nobody compares or keeps it
record SentSymbols(ComplexSamples symbols, int[] labels) {}
