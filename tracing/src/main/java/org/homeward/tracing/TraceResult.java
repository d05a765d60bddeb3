package org.homeward.tracing;

import java.util.List;

/** The links, each row in at most one; and the pairs that are left to people. */
public record TraceResult(List<Link> links, List<Link> possible, TraceReport report) {}
