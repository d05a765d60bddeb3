package org.homeward.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes the people of one side: skewed names, families with two in the war, ranks, wounds. */
final class Population {
    private static final LocalDate FIRST_CAPTURE = LocalDate.of(2022, 3, 1);
    /** The day before the talks of the example case. */
    private static final LocalDate LAST_CAPTURE = LocalDate.of(2026, 2, 3);

    private static final double SIBLINGS = 0.05;
    private static final double CIVILIANS = 0.04;
    private static final double WOMEN = 0.06;
    private static final double OTHER_PEOPLES_NAME = 0.10;
    private static final double LIGHTLY = 0.12;
    private static final double SERIOUSLY = 0.03;
    private static final List<String> ANNEX = List.of(
            "I.A.1(a)",
            "I.A.1(b)",
            "I.A.1(c)",
            "I.A.1(d)",
            "I.A.2(b)",
            "I.A.2(c)",
            "I.A.2(e)",
            "I.A.2(g)",
            "I.A.2(h)",
            "I.A.3(a)",
            "I.A.3(d)",
            "I.A.3(i)",
            "I.A.3(l)",
            "I.A.3(r)");

    private final Language own;
    private final Random random;

    Population(Language own, Random random) {
        this.own = own;
        this.random = random;
    }

    /** So many people; siblings stand side by side, so shuffle before splitting. */
    List<Person> people(int count) {
        List<Person> people = new ArrayList<>(count);
        while (people.size() < count) {
            boolean family = people.size() + 1 < count && random.nextDouble() < SIBLINGS;
            Surname surname = Lists.skewed(surnames(), random);
            GivenName father = Lists.skewed(GivenName.MEN, random);
            Place place = Lists.even(own == Language.UKRAINIAN ? Place.UKRAINIANS : Place.RUSSIANS, random);
            LocalDate born = LocalDate.of(1965, 1, 1).plusDays(random.nextInt(39 * 365));
            people.add(person(surname, father, place, born, family));
            if (family) {
                LocalDate other = born.plusDays(
                        random.nextInt(2) == 0 ? 330 + random.nextInt(2500) : -330 - random.nextInt(2500));
                people.add(person(surname, father, place, other, true));
            }
        }
        return people;
    }

    private List<Surname> surnames() {
        boolean ukrainian = own == Language.UKRAINIAN;
        return ukrainian != random.nextDouble() < OTHER_PEOPLES_NAME ? Surname.UKRAINIANS : Surname.RUSSIANS;
    }

    private Person person(Surname surname, GivenName father, Place place, LocalDate born, boolean sibling) {
        boolean civilian = random.nextDouble() < CIVILIANS;
        boolean woman = random.nextDouble() < (civilian ? 0.35 : WOMEN);
        double wound = random.nextDouble();
        Medical medical = wound < SERIOUSLY
                ? Medical.SERIOUSLY
                : wound < SERIOUSLY + LIGHTLY ? Medical.LIGHTLY : Medical.UNINJURED;
        List<Rank> ranks = own == Language.UKRAINIAN ? Rank.UKRAINIANS : Rank.RUSSIANS;
        long days = LAST_CAPTURE.toEpochDay() - FIRST_CAPTURE.toEpochDay() + 1;
        return new Person(
                own,
                woman,
                surname,
                Lists.skewed(woman ? GivenName.WOMEN : GivenName.MEN, random),
                father,
                born,
                place,
                civilian ? null : Lists.skewed(ranks, random),
                300 + random.nextInt(60),
                random.nextInt(Unit.BRANCHES),
                number(),
                FIRST_CAPTURE.plusDays(random.nextInt((int) days)),
                medical,
                medical == Medical.SERIOUSLY ? Lists.even(ANNEX, random) : null,
                sibling);
    }

    /** Two letters and six digits, with letters that both languages have. */
    private String number() {
        String letters = "АБВДЖКЛМНПРСТУФХЦЧШЮЯ";
        return "%c%c-%06d"
                .formatted(
                        letters.charAt(random.nextInt(letters.length())),
                        letters.charAt(random.nextInt(letters.length())),
                        random.nextInt(1_000_000));
    }
}
