package org.lightpath.fiber.link;

/** Something that light passes on its way along a span. */
public sealed interface LinkElement permits FiberSection, Amplifier, LumpedLoss, OpticalFilter {}
