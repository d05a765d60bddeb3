package org.homeward.sample;

import java.util.List;

/**
 * Two sides' registers and the truth.
 *
 * @param ukrainians people of the Ukrainian side: held by the Russian bureau, sought by the Ukrainian one
 * @param russians people of the Russian side: held by the Ukrainian bureau, sought by the Russian one
 */
public record SampleCase(Flow ukrainians, Flow russians) {
    /**
     * One direction: who holds, who seeks, and which rows are the same people.
     *
     * @param truth every true pair, ordered by the held row
     */
    public record Flow(SampleRegister held, SampleRegister sought, List<TruePair> truth) {
        public Flow {
            truth = List.copyOf(truth);
        }
    }
}
