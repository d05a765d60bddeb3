package org.homeward.sample;

import java.time.LocalDate;
import java.util.List;

/** Makes people who do not exist. */
final class People {
    private static final List<String> UA_SUFFIXES = List.of(
            "енко", "енко", "енко", "чук", "чук", "ук", "ський", "ко", "ик", "ак", "ов", "ін", "юк", "ець", "ів");
    private static final List<String> RU_SUFFIXES =
            List.of("ов", "ов", "ов", "ов", "ев", "ев", "ин", "ин", "ин", "ский", "енко", "ков", "ных", "ич");
    private static final List<Stock.Word> PREFIXES = List.of(
            new Stock.Word("За", "За"),
            new Stock.Word("Пере", "Пере"),
            new Stock.Word("Недо", "Недо"),
            new Stock.Word("Чорно", "Черно"),
            new Stock.Word("Біло", "Бело"),
            new Stock.Word("Криво", "Криво"),
            new Stock.Word("Старо", "Старо"),
            new Stock.Word("Ново", "Ново"));

    private final Dice dice;

    People(Dice dice) {
        this.dice = dice;
    }

    Person anyone(Side home) {
        boolean woman = dice.permille(45);
        boolean civilian = dice.permille(40);
        LocalDate captured = LocalDate.of(2022, 3, 1).plusDays(dice.below(1_350));
        return new Person(
                home,
                woman,
                surname(home),
                dice.common(woman ? Stock.FEMALE : Stock.MALE),
                dice.common(Stock.MALE),
                LocalDate.of(1965, 1, 1).plusDays(dice.below(39 * 365)),
                dice.common(home == Side.UA ? Stock.UA_PLACES : Stock.RU_PLACES),
                dice.common(Stock.RANKS),
                unit(home),
                captured,
                civilian,
                civilian ? "" : dice.permille(4) ? "serious" : dice.permille(60) ? "light" : "");
    }

    /** A brother or sister: surname, father and place are the same, all else is not. */
    Person sibling(Person of) {
        Person other = anyone(of.home());
        return new Person(
                of.home(),
                other.woman(),
                of.surname(),
                other.given(),
                of.father(),
                of.birth().plusDays(400L + dice.below(2_000)),
                of.birthPlace(),
                other.rank(),
                other.unit(),
                other.captured(),
                other.civilian(),
                other.medical());
    }

    private Stock.Word surname(Side home) {
        Stock.Word stem = dice.common(Stock.STEMS);
        String suffix = dice.any(home == Side.UA ? UA_SUFFIXES : RU_SUFFIXES);
        String uk = stem.uk() + suffix;
        String ru = stem.ru() + suffix;
        if (dice.permille(180)) {
            Stock.Word prefix = dice.any(PREFIXES);
            uk = prefix.uk() + lower(uk);
            ru = prefix.ru() + lower(ru);
        }
        // A surname belongs to one language; the other writes it by ear.
        return home == Side.UA
                ? new Stock.Word(
                        uk,
                        Grammar.ukrainianInRussian(uk).replace("ськый", "ский").replace('ы', 'и'))
                : new Stock.Word(Grammar.russianInUkrainian(ru).replace("скій", "ський"), ru);
    }

    private static String lower(String word) {
        return Character.toLowerCase(word.charAt(0)) + word.substring(1);
    }

    private String unit(Side home) {
        return home == Side.UA ? "А" + dice.key(4) : dice.key(5);
    }
}
