package org.homeward.protocol.exchange;

import java.time.Instant;

/**
 * A deadline that runs.
 *
 * @param until the last moment that is in time
 * @param passed whether the mediator declared that it is over
 */
public record RunningClock(Deadline deadline, Instant until, boolean passed) {}
