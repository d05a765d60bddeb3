package org.homeward.talks.front;

import java.util.List;

/**
 * What one side wants, bound to a domain: the worth of an outcome is the sum over the issues.
 *
 * @param worth per issue and option, the weight of the issue times the worth of the option; in the domain's order
 * @param reservation the worth of no agreement
 * @param discount as the file states it; fronts are of undiscounted worth
 * @param notes what in the file was not as its format wants it, and how it was taken
 */
public record Profile(
        String name, List<List<Fraction>> worth, Fraction reservation, Fraction discount, List<String> notes) {
    public Profile {
        worth = worth.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
    }

    /** The worth of an outcome, given as the number of the option for each issue. */
    public Fraction worthOf(int[] outcome) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < outcome.length; i++) {
            sum = sum.plus(worth.get(i).get(outcome[i]));
        }
        return sum;
    }

    /** The same wishes, with nothing to fall back on. */
    public Profile withoutReservation() {
        return new Profile(name, worth, Fraction.ZERO, discount, notes);
    }
}
