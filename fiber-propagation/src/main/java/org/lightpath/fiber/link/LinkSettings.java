package org.lightpath.fiber.link;

import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.Seeds;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.step.StepRule;

/** How a link is turned into plans; the components are explained at {@link LinkPropagation}. */
record LinkSettings(
    Link link,
    TimeGrid grid,
    double carrier,
    KerrModel model,
    StepRule rule,
    double bandwidth,
    Precision precision,
    Seeds seeds,
    FieldParameter gammaScale,
    boolean backwards) {}
