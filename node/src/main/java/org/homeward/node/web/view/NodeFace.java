package org.homeward.node.web.view;

/**
 * Whose node this is.
 *
 * @param id participant id
 * @param name as its people write it
 * @param agency whether it is the mediator's
 */
public record NodeFace(String id, String name, boolean agency) {}
