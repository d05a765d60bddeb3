package org.homeward.handover.day;

import org.homeward.handover.log.Observation;
import org.homeward.handover.log.SignedEvent;

/**
 * One thing seen of a subject.
 *
 * @param observation what was seen, taken off the paper when it came from paper
 * @param paper whether it was entered from paper
 * @param withdrawn whether its own device said later that it was a mistake
 */
public record Entry(SignedEvent event, Observation observation, boolean paper, boolean withdrawn) {}
