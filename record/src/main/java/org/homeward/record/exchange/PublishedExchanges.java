package org.homeward.record.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Announced exchanges in the order of their days, and what can be counted over them. The dead are counted apart. */
public record PublishedExchanges(List<PublishedExchange> exchanges) {
    /** Copies the list. */
    public PublishedExchanges {
        exchanges = List.copyOf(exchanges);
    }

    /** What came of reading a file. */
    public sealed interface Outcome {
        /** The file was read whole. */
        record Read(PublishedExchanges exchanges) implements Outcome {}

        /** It was not; the sentence names the line. */
        record Refused(String sentence) implements Outcome {}
    }

    /**
     * @param exchanges how many announcements
     * @param toUkraine people home to Ukraine, by Kyiv's numbers
     * @param toRussia people home to Russia, by Moscow's numbers
     */
    public record Total(int exchanges, int toUkraine, int toRussia) {
        private Total plus(PublishedExchange e) {
            return new Total(exchanges + 1, toUkraine + orZero(e.toUkraine()), toRussia + orZero(e.toRussia()));
        }
    }

    /** Days without an exchange of the living between two that follow one another. */
    public record Gap(LocalDate from, LocalDate to, long days) {}

    /** Reads CSV with the columns date, ua_returned, ru_returned, kind, mediators, source. */
    public static Outcome read(String csv) {
        List<List<String>> rows = Csv.rows(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
        if (rows.isEmpty()
                || !rows.getFirst()
                        .equals(List.of("date", "ua_returned", "ru_returned", "kind", "mediators", "source"))) {
            return new Outcome.Refused(
                    "The first line must be date,ua_returned,ru_returned,kind,mediators,source; this file begins otherwise.");
        }
        List<PublishedExchange> exchanges = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.size() == 1 && row.getFirst().isBlank()) {
                continue;
            }
            if (row.size() != 6) {
                return new Outcome.Refused("Row " + (i + 1) + " has " + row.size() + " columns; give it six.");
            }
            try {
                exchanges.add(new PublishedExchange(
                        LocalDate.parse(row.get(0)),
                        number(row.get(1)),
                        number(row.get(2)),
                        row.get(3),
                        Arrays.stream(row.get(4).split(";"))
                                .map(String::strip)
                                .filter(m -> !m.isEmpty())
                                .toList(),
                        row.get(5)));
            } catch (DateTimeParseException e) {
                return new Outcome.Refused("Row " + (i + 1) + ": write the day as 2024-01-31.");
            } catch (NumberFormatException e) {
                return new Outcome.Refused(
                        "Row " + (i + 1) + ": write the numbers of those returned in digits, or leave them empty.");
            }
        }
        exchanges.sort(Comparator.comparing(PublishedExchange::day));
        return new Outcome.Read(new PublishedExchanges(exchanges));
    }

    private static @Nullable Integer number(String cell) {
        return cell.isBlank() ? null : Integer.valueOf(cell.strip());
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /** Exchanges of the living, by year. */
    public Map<String, Total> byYear() {
        Map<String, Total> totals = new TreeMap<>();
        living().forEach(e ->
                totals.merge(Integer.toString(e.day().getYear()), new Total(0, 0, 0).plus(e), (a, b) -> a.plus(e)));
        return totals;
    }

    /** Exchanges of the living, by who is credited; one with two mediators counts for both. */
    public Map<String, Total> byMediator() {
        Map<String, Total> totals = new TreeMap<>();
        for (PublishedExchange e : living()) {
            for (String mediator : e.mediators().isEmpty() ? List.of("(none named)") : e.mediators()) {
                totals.merge(mediator, new Total(0, 0, 0).plus(e), (a, b) -> a.plus(e));
            }
        }
        return totals;
    }

    /** Gaps between exchanges of the living, longest first. */
    public List<Gap> gaps() {
        List<LocalDate> days =
                living().stream().map(PublishedExchange::day).distinct().toList();
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            gaps.add(new Gap(days.get(i - 1), days.get(i), ChronoUnit.DAYS.between(days.get(i - 1), days.get(i))));
        }
        gaps.sort(Comparator.comparing(Gap::days).reversed());
        return gaps;
    }

    /** Exchanges about which the sources differ or a number is withheld. */
    public List<PublishedExchange> disputed() {
        return exchanges.stream().filter(PublishedExchange::isDisputed).toList();
    }

    private List<PublishedExchange> living() {
        return exchanges.stream().filter(e -> !e.isOfBodies()).toList();
    }
}
