package org.homeward.sample;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes dates of birth, whole or not. */
final class DateClerk {
    private final Language language;
    private final Habits habits;
    private final Random random;

    DateClerk(Language language, Habits habits, Random random) {
        this.language = language;
        this.habits = habits;
        this.random = random;
    }

    /** At most one thing is wrong with a date. */
    @Nullable
    String write(LocalDate born, Set<ErrorKind> errors) {
        double draw = random.nextDouble();
        if ((draw -= habits.dateMissing()) < 0) {
            errors.add(ErrorKind.DATE_MISSING);
            return null;
        }
        if ((draw -= habits.datePartial()) < 0) {
            errors.add(ErrorKind.DATE_PARTIAL);
            return random.nextInt(3) == 0
                    ? String.format(Locale.ROOT, "%02d.%d", born.getMonthValue(), born.getYear())
                    : String.valueOf(born.getYear());
        }
        if ((draw -= habits.dateEstimated()) < 0) {
            errors.add(ErrorKind.DATE_ESTIMATED);
            return language.pick("близько ", "около ") + (born.getYear() - 2 + random.nextInt(5));
        }
        if ((draw -= habits.dateSwapped()) < 0
                && born.getDayOfMonth() <= 12
                && born.getDayOfMonth() != born.getMonthValue()) {
            errors.add(ErrorKind.DATE_SWAPPED);
            return day(LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()));
        }
        if ((draw -= habits.dateFirstOfJanuary()) < 0) {
            errors.add(ErrorKind.DATE_FIRST_OF_JANUARY);
            return day(LocalDate.of(born.getYear(), 1, 1));
        }
        if (draw - habits.dateSlip() < 0) {
            errors.add(ErrorKind.DATE_SLIP);
            return day(
                    switch (random.nextInt(4)) {
                        case 0 -> born.plusDays(1);
                        case 1 -> born.plusYears(random.nextBoolean() ? 1 : -1);
                        case 2 -> born.plusMonths(1);
                        default -> born.plusYears(random.nextBoolean() ? 10 : -10);
                    });
        }
        return day(born);
    }

    static String day(LocalDate date) {
        return String.format(Locale.ROOT, "%02d.%02d.%d", date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }
}
