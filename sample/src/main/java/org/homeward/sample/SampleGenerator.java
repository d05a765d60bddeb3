package org.homeward.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the four registers of two sides, and the truth. A pure function of seed and sizes.
 *
 * <p>About 17 of 20 people held are sought; the others are on no list. One row in seventy repeats a person of its own register.
 * One person in thirty has a sibling in the same registers.
 */
public final class SampleGenerator {
    private SampleGenerator() {}

    /**
     * One register.
     *
     * @param name {@code held} or {@code sought}
     * @param side the bureau whose register it is, {@code ua} or {@code ru}
     */
    public record Register(String side, String name, List<String> header, List<List<String>> rows) {
        public Register {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /** Two rows that are one person, and what makes them hard to see as one. */
    public record TruePair(String heldId, String soughtId, List<String> errors) {
        public TruePair {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Everything that was made.
     *
     * @param ofUa pairs of Ukrainians: held by the Russian side, sought by the Ukrainian
     * @param ofRu pairs of Russians: held by the Ukrainian side, sought by the Russian
     */
    public record Sample(List<Register> registers, List<TruePair> ofUa, List<TruePair> ofRu) {
        public Sample {
            registers = List.copyOf(registers);
            ofUa = List.copyOf(ofUa);
            ofRu = List.copyOf(ofRu);
        }

        /** The register of that side and name. */
        public Register register(String side, String name) {
            return registers.stream()
                    .filter(r -> r.side().equals(side) && r.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public static Sample generate(long seed, SampleSpec spec) {
        List<Register> registers = new ArrayList<>();
        List<TruePair> ofUa = half(new Dice(seed), Side.UA, spec.heldByRu(), spec.soughtByUa(), registers);
        List<TruePair> ofRu = half(new Dice(~seed), Side.RU, spec.heldByUa(), spec.soughtByRu(), registers);
        return new Sample(registers, ofUa, ofRu);
    }

    /** The people of one side: held by the other, sought by their own. */
    private static List<TruePair> half(Dice dice, Side home, int held, int sought, List<Register> registers) {
        int heldAgain = held / 70;
        int soughtAgain = sought / 70;
        int heldPeople = held - heldAgain;
        int soughtPeople = sought - soughtAgain;
        int both = Math.min(heldPeople * 17 / 20, soughtPeople);
        List<Person> people = people(dice, home, heldPeople + soughtPeople - both);
        List<Integer> heldOnes = new ArrayList<>();
        List<Integer> soughtOnes = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            if (i < heldPeople) {
                heldOnes.add(i);
            }
            if (i < both || i >= heldPeople) {
                soughtOnes.add(i);
            }
        }
        repeat(dice, heldOnes, heldAgain);
        repeat(dice, soughtOnes, soughtAgain);
        List<Row> heldRows = rows(dice, people, heldOnes, new Clerk(dice, home.other(), true));
        List<Row> soughtRows = rows(dice, people, soughtOnes, new Clerk(dice, home, false));
        registers.add(register(home.other(), "held", heldRows));
        registers.add(register(home, "sought", soughtRows));
        return truth(heldRows, soughtRows);
    }

    private static List<Person> people(Dice dice, Side home, int count) {
        People maker = new People(dice);
        List<Person> people = new ArrayList<>(count);
        while (people.size() < count) {
            Person person = maker.anyone(home);
            people.add(person);
            if (dice.permille(33) && people.size() < count) {
                people.add(maker.sibling(person));
            }
        }
        dice.shuffle(people);
        return people;
    }

    private static void repeat(Dice dice, List<Integer> ones, int times) {
        int first = ones.size();
        for (int i = 0; i < times; i++) {
            ones.add(ones.get(dice.below(first)));
        }
        dice.shuffle(ones);
    }

    private static List<Row> rows(Dice dice, List<Person> people, List<Integer> ones, Clerk clerk) {
        Set<String> ids = new HashSet<>();
        List<Row> rows = new ArrayList<>(ones.size());
        for (int one : ones) {
            String id = dice.key(9);
            while (!ids.add(id)) {
                id = dice.key(9);
            }
            rows.add(clerk.write(id, one, people.get(one)));
        }
        return rows;
    }

    private static Register register(Side side, String name, List<Row> rows) {
        return new Register(
                side.code(),
                name,
                Clerk.header(side, name.equals("held")),
                rows.stream().map(row -> List.copyOf(row.cells())).toList());
    }

    private static List<TruePair> truth(List<Row> held, List<Row> sought) {
        Map<Integer, List<Row>> byPerson = new HashMap<>();
        sought.forEach(row ->
                byPerson.computeIfAbsent(row.person(), p -> new ArrayList<>()).add(row));
        List<TruePair> pairs = new ArrayList<>();
        for (Row row : held) {
            for (Row other : byPerson.getOrDefault(row.person(), List.of())) {
                List<String> errors = new ArrayList<>(row.errors());
                errors.addAll(other.errors());
                pairs.add(new TruePair(row.id(), other.id(), errors));
            }
        }
        return pairs;
    }
}
