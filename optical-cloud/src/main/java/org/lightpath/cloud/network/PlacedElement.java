package org.lightpath.cloud.network;

import org.lightpath.fiber.link.LinkElement;

/**
 * An element on the way of a channel.
 *
 * @param stage number of the node or link it belongs to, along the way from 0
 * @param place name of that node or link
 * @param node whether that is a node
 * @param element what light meets
 */
record PlacedElement(int stage, String place, boolean node, LinkElement element) {}
