package org.homeward.node.web;

/** Helps a template to say what the data is in the reader's language. It is no data itself, and no program is sent it. */
public interface Wording {}
