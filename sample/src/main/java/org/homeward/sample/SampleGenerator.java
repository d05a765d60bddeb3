package org.homeward.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Makes the registers of two sides. A bureau <em>holds</em> people of the enemy, written in its own language, and <em>seeks</em> its own
 * people, written in its own language too.
 *
 * <p>The same seed and spec give the same rows on every machine: {@link Random}'s algorithm is part of its contract. Names are combined
 * from lists, so that no row is meant for anybody; nothing here comes from a register of real people.
 */
public final class SampleGenerator {
    private SampleGenerator() {}

    /** Time and memory grow with the number of rows; a million rows fit into 2 GiB. */
    public static SampleCase generate(long seed, SampleSpec spec) {
        return new SampleCase(
                flow(
                        new Random(seed * 2 + 1),
                        Language.UKRAINIAN,
                        "R",
                        "U",
                        spec.ukrainiansHeld(),
                        spec.ukrainiansSought(),
                        spec),
                flow(
                        new Random(seed * 2 + 2),
                        Language.RUSSIAN,
                        "U",
                        "R",
                        spec.russiansHeld(),
                        spec.russiansSought(),
                        spec));
    }

    private static SampleCase.Flow flow(
            Random random, Language people, String holder, String seeker, int held, int sought, SampleSpec spec) {
        int heldTwice = twice(held, spec);
        int soughtTwice = twice(sought, spec);
        int heldPeople = held - heldTwice;
        int soughtPeople = sought - soughtTwice;
        int both = (int) Math.min(Math.round(heldPeople * spec.onList()), soughtPeople);
        List<Person> all = new Population(people, random).people(heldPeople + soughtPeople - both);
        Collections.shuffle(all, random);
        // In this order: held and sought, held only, sought only. The indices are the truth.
        List<Integer> heldIndices = indices(0, heldPeople, heldTwice, random);
        List<Integer> soughtIndices = new ArrayList<>(indices(0, both, 0, random));
        soughtIndices.addAll(indices(heldPeople, all.size(), 0, random));
        addTwice(soughtIndices, soughtTwice, random);
        Language enemy = people.other();
        Written h = write(
                all,
                heldIndices,
                new Clerk(enemy, true, spec.oneNameColumn(), spec.latin(), random),
                holder + "H",
                random);
        Written s =
                write(all, soughtIndices, new Clerk(people, false, false, spec.latin(), random), seeker + "S", random);
        return new SampleCase.Flow(
                new SampleRegister(enemy, true, spec.oneNameColumn(), h.rows()),
                new SampleRegister(people, false, false, s.rows()),
                truth(all, h, s));
    }

    private static int twice(int rows, SampleSpec spec) {
        return (int) Math.min(Math.round(rows * spec.twice()), rows / 2);
    }

    private static List<Integer> indices(int from, int to, int twice, Random random) {
        List<Integer> indices = new ArrayList<>();
        for (int i = from; i < to; i++) {
            indices.add(i);
        }
        addTwice(indices, twice, random);
        return indices;
    }

    /** Some people a second time, nobody a third. */
    private static void addTwice(List<Integer> indices, int twice, Random random) {
        List<Integer> again = new ArrayList<>(indices);
        Collections.shuffle(again, random);
        indices.addAll(again.subList(0, twice));
    }

    /** Rows as written, and the person behind each. */
    private record Written(List<SampleRow> rows, List<Clerk.Written> written, List<Integer> people) {}

    private static Written write(List<Person> all, List<Integer> indices, Clerk clerk, String prefix, Random random) {
        List<Integer> people = new ArrayList<>(indices);
        // Shuffled before they are numbered, so that an id tells nothing.
        Collections.shuffle(people, random);
        List<SampleRow> rows = new ArrayList<>();
        List<Clerk.Written> written = new ArrayList<>();
        for (int person : people) {
            Clerk.Written row = clerk.write(all.get(person));
            written.add(row);
            rows.add(new SampleRow("%s%07d".formatted(prefix, rows.size() + 1), row.cells()));
        }
        return new Written(rows, written, people);
    }

    private static List<TruePair> truth(List<Person> all, Written held, Written sought) {
        Map<Integer, List<Integer>> soughtRows = new HashMap<>();
        Map<Integer, Integer> heldCount = new HashMap<>();
        for (int row = 0; row < sought.people().size(); row++) {
            soughtRows
                    .computeIfAbsent(sought.people().get(row), p -> new ArrayList<>())
                    .add(row);
        }
        held.people().forEach(p -> heldCount.merge(p, 1, Integer::sum));
        List<TruePair> truth = new ArrayList<>();
        for (int h = 0; h < held.people().size(); h++) {
            int person = held.people().get(h);
            List<Integer> rows = soughtRows.getOrDefault(person, List.of());
            for (int s : rows) {
                Set<ErrorKind> errors =
                        between(held.written().get(h), sought.written().get(s));
                if (all.get(person).hasSibling()) {
                    errors.add(ErrorKind.SIBLING);
                }
                if (rows.size() + heldCount.getOrDefault(person, 0) > 2) {
                    errors.add(ErrorKind.TWICE_IN_ONE_REGISTER);
                }
                truth.add(new TruePair(
                        held.rows().get(h).id(), sought.rows().get(s).id(), person + 1, errors));
            }
        }
        return truth;
    }

    private static Set<ErrorKind> between(Clerk.Written held, Clerk.Written sought) {
        Set<ErrorKind> errors = EnumSet.copyOf(held.errors());
        errors.addAll(sought.errors());
        if (held.table() == null != (sought.table() == null)) {
            errors.add(ErrorKind.LATIN_LETTERS);
        } else if (held.table() != null && held.table() != sought.table()) {
            errors.add(ErrorKind.TWO_ROMANISATIONS);
        }
        if (!Respelling.toRussian(held.writtenGiven()).equals(Respelling.toRussian(sought.writtenGiven()))) {
            errors.add(ErrorKind.TRANSLATED_NAME);
        }
        return errors;
    }
}
