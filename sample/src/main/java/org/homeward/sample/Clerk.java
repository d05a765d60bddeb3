package org.homeward.sample;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes people into a register of one language, with the habits of its clerks. */
final class Clerk {
    /**
     * A row without its id.
     *
     * @param table the romanisation it was written by, or null in Cyrillic letters
     * @param writtenGiven the given name before slips, to see whether two rows translated it
     */
    record Written(
            Map<SampleColumn, String> cells,
            Set<ErrorKind> errors,
            @Nullable Romanisation table,
            String writtenGiven) {}

    private final Language language;
    private final boolean held;
    private final boolean oneNameColumn;
    private final double latin;
    private final Habits habits;
    private final Random random;
    private final Slips slips;

    Clerk(Language language, boolean held, boolean oneNameColumn, double latin, Random random) {
        this.language = language;
        this.held = held;
        this.oneNameColumn = oneNameColumn;
        this.latin = latin;
        this.habits = held ? Habits.HELD : Habits.SOUGHT;
        this.random = random;
        this.slips = new Slips(random);
    }

    Written write(Person person) {
        Set<ErrorKind> errors = EnumSet.noneOf(ErrorKind.class);
        Romanisation table = null;
        Language words = language;
        if (chance(latin)) {
            // A row in Latin letters was copied from the person's own passport as often as romanised here.
            words = random.nextBoolean() ? person.own() : language;
            table = Lists.even(Romanisation.of(words), random);
        }
        String given = given(person, words, errors);
        Map<SampleColumn, String> cells = new EnumMap<>(SampleColumn.class);
        names(person, words, given, table, cells, errors);
        put(cells, SampleColumn.BIRTH_DATE, new DateClerk(language, habits, random).write(person.born(), errors));
        cells.put(SampleColumn.SEX, person.woman() ? language.pick("ж", "ж") : language.pick("ч", "м"));
        if (chance(habits.placeGiven())) {
            cells.put(SampleColumn.BIRTH_PLACE, latin(table, person.place().in(words)));
        }
        service(person, table, cells, errors);
        cells.put(
                SampleColumn.KIND,
                person.civilian()
                        ? language.pick("цивільна особа", "гражданское лицо")
                        : language.pick("військовослужбовець", "военнослужащий"));
        if (held) {
            cells.put(SampleColumn.MEDICAL, medical(person));
            cells.put(SampleColumn.CAPTURE_DATE, DateClerk.day(person.captured()));
        }
        return new Written(cells, errors, table, given);
    }

    private String given(Person person, Language words, Set<ErrorKind> errors) {
        if (words != person.own() && chance(habits.nameBySound())) {
            errors.add(ErrorKind.NAME_BY_SOUND);
            String own = person.given().in(person.own());
            return words == Language.RUSSIAN ? Respelling.toRussian(own) : Respelling.toUkrainian(own);
        }
        return person.given().in(words);
    }

    private void names(
            Person person,
            Language words,
            String givenInFull,
            @Nullable Romanisation table,
            Map<SampleColumn, String> cells,
            Set<ErrorKind> errors) {
        boolean manly = person.woman() && chance(habits.masculineEnding());
        String surname = person.surname().of(words, person.woman() && !manly);
        if (manly && !surname.equals(person.surname().of(words, true))) {
            errors.add(ErrorKind.MASCULINE_ENDING);
        }
        String given = givenInFull;
        String patronymic = person.father().patronymic(words, person.woman());
        if (chance(habits.typo())) {
            surname = slips.typo(surname);
            errors.add(ErrorKind.TYPO);
        }
        surname = latin(table, surname);
        given = latin(table, given);
        patronymic = latin(table, patronymic);
        if (chance(habits.scanError())) {
            String scanned = slips.scan(surname);
            if (!scanned.equals(surname)) {
                errors.add(ErrorKind.SCAN_ERROR);
                surname = scanned;
            }
        }
        if (table == null && chance(habits.lookalike())) {
            surname = slips.lookalike(surname);
            given = slips.lookalike(given);
            errors.add(ErrorKind.LOOKALIKE_LETTERS);
        }
        if (chance(habits.givenInitial())) {
            given = given.charAt(0) + ".";
            errors.add(ErrorKind.GIVEN_NAME_INITIAL);
        }
        if (chance(habits.patronymicMissing())) {
            patronymic = "";
            errors.add(ErrorKind.PATRONYMIC_MISSING);
        } else if (chance(habits.patronymicInitial())) {
            patronymic = patronymic.charAt(0) + ".";
            errors.add(ErrorKind.PATRONYMIC_INITIAL);
        }
        if (chance(habits.namesExchanged())) {
            String first = surname;
            surname = given;
            given = first;
            errors.add(ErrorKind.NAMES_EXCHANGED);
        }
        if (table != null && random.nextInt(3) == 0) {
            surname = surname.toUpperCase(Locale.ROOT);
        }
        if (oneNameColumn) {
            cells.put(
                    SampleColumn.FULL_NAME,
                    String.join(" ", List.of(surname, given, patronymic)).strip());
        } else {
            cells.put(SampleColumn.SURNAME, surname);
            cells.put(SampleColumn.GIVEN_NAME, given);
            put(cells, SampleColumn.PATRONYMIC, patronymic.isEmpty() ? null : patronymic);
        }
    }

    private void service(
            Person person, @Nullable Romanisation table, Map<SampleColumn, String> cells, Set<ErrorKind> errors) {
        Rank rank = person.rank();
        if (rank == null) {
            return;
        }
        cells.put(SampleColumn.RANK, table == null ? rank.in(language) : rank.english());
        if (chance(habits.unitGiven())) {
            int unit = person.unit();
            if (chance(habits.otherUnit())) {
                unit = 300 + random.nextInt(60);
                errors.add(ErrorKind.OTHER_UNIT);
            }
            cells.put(
                    SampleColumn.UNIT,
                    table == null ? Unit.in(language, unit, person.branch()) : Unit.english(unit, person.branch()));
        }
        if (chance(habits.numberGiven())) {
            String number = person.number();
            if (chance(habits.numberSlip())) {
                number = slips.number(number);
                errors.add(ErrorKind.NUMBER_SLIP);
            }
            cells.put(SampleColumn.SERVICE_NUMBER, number);
        }
    }

    private String medical(Person person) {
        return switch (person.medical()) {
            case UNINJURED -> language.pick("не поранений", "не ранен");
            case LIGHTLY -> language.pick("легко поранений", "легко ранен");
            case SERIOUSLY -> language.pick("тяжко поранений, ", "тяжело ранен, ") + person.annex();
        };
    }

    private static String latin(@Nullable Romanisation table, String text) {
        return table == null ? text : table.apply(text);
    }

    private static void put(Map<SampleColumn, String> cells, SampleColumn column, @Nullable String text) {
        if (text != null) {
            cells.put(column, text);
        }
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
