package org.homeward.node.web.view;

import java.io.Serializable;

/**
 * Somebody who signed in.
 *
 * @param role as the node names it: {@code CLERK}, {@code ANALYST}, {@code LIST_OFFICER}, {@code HEAD}, {@code SECRETARY} or
 *     {@code AUDITOR}
 * @param acts whether he may start a step and sign it
 * @param takesIn whether he may take registers in
 */
public record Reader(String id, String name, String role, boolean acts, boolean takesIn) implements Serializable {}
