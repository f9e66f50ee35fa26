package org.lightpath.core.cpu.internal;

/**
 * A piece of an array.
 *
 * @param array the array that holds it
 * @param offset index of its first element
 * @param <A> {@code float[]} or {@code double[]}
 */
record Table<A>(A array, int offset) {}
