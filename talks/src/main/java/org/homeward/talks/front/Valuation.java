package org.homeward.talks.front;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the options of one issue are worth to a side, before the weight. */
sealed interface Valuation {
    /** The worth of an option, if the file gives one. */
    Optional<Fraction> of(String option);

    /** Option by option. */
    record Table(Map<String, Fraction> worth) implements Valuation {
        public Table {
            worth = Map.copyOf(worth);
        }

        @Override
        public Optional<Fraction> of(String option) {
            Fraction exact = worth.get(option);
            if (exact != null) {
                return Optional.of(exact);
            }
            return worth.entrySet().stream()
                    .filter(entry -> entry.getKey().strip().equals(option.strip()))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }

    /** A function of the option, which is a number. */
    record Line(Function<Fraction, Fraction> worth) implements Valuation {
        @Override
        public Optional<Fraction> of(String option) {
            try {
                return Optional.of(worth.apply(Fraction.parse(option)));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }
}
