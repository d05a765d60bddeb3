package org.homeward.talks.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A side's preferences as its file has them, before they are bound to a domain.
 *
 * @param domain the domain that the file holds itself
 * @param reservation the worth of no agreement
 * @param reservationBid an outcome that is worth as much as no agreement; used where there is no number
 */
public record ProfileFile(
        String name,
        @Nullable Domain domain,
        List<Wish> wishes,
        @Nullable Fraction reservation,
        Map<String, String> reservationBid,
        Fraction discount,
        List<String> notes) {
    public ProfileFile {
        wishes = List.copyOf(wishes);
        reservationBid = Map.copyOf(reservationBid);
        notes = List.copyOf(notes);
    }

    /** One issue with its weight. */
    record Wish(String issue, int number, Fraction weight, Valuation valuation) {}

    /** The profile over a domain, or the first thing that does not fit. */
    public Read<Profile> bind(Domain to) {
        List<String> said = new ArrayList<>(notes);
        List<List<Fraction>> worth = new ArrayList<>();
        Fraction weights = Fraction.ZERO;
        Fraction fallBack = Fraction.ZERO;
        for (Issue issue : to.issues()) {
            Wish wish = wish(issue, said).orElse(null);
            if (wish == null) {
                return new Read.Bad<>(
                        "profile '" + name + "' says nothing about the issue '" + issue.name() + "' of the domain");
            }
            weights = weights.plus(wish.weight());
            List<Fraction> options = new ArrayList<>();
            for (String option : issue.options()) {
                Fraction value = wish.valuation().of(option).orElse(null);
                if (value == null) {
                    said.add("the option '" + option + "' of '" + issue.name() + "' has no value; it counts 0");
                    value = Fraction.ZERO;
                }
                Fraction weighted = wish.weight().times(value);
                options.add(weighted);
                if (same(option, reservationBid.get(issue.name()))) {
                    fallBack = fallBack.plus(weighted);
                }
            }
            worth.add(options);
        }
        if (wishes.size() > to.issues().size()) {
            return new Read.Bad<>("profile '" + name + "' has " + wishes.size() + " issues; the domain has "
                    + to.issues().size());
        }
        // Of weights with seventeen digits the last one is rounding: nobody has to be told.
        if (Math.abs(weights.minus(Fraction.ONE).approximate()) > 1e-12) {
            said.add("the weights add up to " + weights.approximate() + ", not 1; they are used as they are");
        }
        return new Read.Ok<>(new Profile(name, worth, reservation == null ? fallBack : reservation, discount, said));
    }

    /** The same text, or the same number written otherwise. */
    private static boolean same(String option, @Nullable String other) {
        if (other == null || option.equals(other)) {
            return other != null;
        }
        try {
            return Fraction.parse(option).equals(Fraction.parse(other));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** By name; by number where a GENIUS profile spells the name otherwise, because GENIUS goes by the number alone. */
    private Optional<Wish> wish(Issue issue, List<String> said) {
        Optional<Wish> byName = wishes.stream()
                .filter(wish -> wish.issue().strip().equals(issue.name().strip()))
                .findFirst();
        if (byName.isPresent()) {
            return byName;
        }
        Optional<Wish> byNumber = wishes.stream()
                .filter(wish -> wish.number() >= 0 && wish.number() == issue.number())
                .findFirst();
        byNumber.ifPresent(wish -> said.add("issue " + issue.number() + " is '" + issue.name() + "' in the domain and '"
                + wish.issue() + "' in the profile; they are taken as one"));
        return byNumber;
    }
}
