package org.homeward.talks;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of one day, in one language: lines with a heading level. {@link MinutesPage} sets several side by side, so every
 * language has the same lines.
 */
public record Minutes(String language, List<Line> lines) {
    /** The languages in which labels are there. */
    public static final List<String> LANGUAGES = List.of("en", "uk", "ru", "ar");

    public Minutes {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param level 1 and 2 for headings, 0 for a line under them
     */
    public record Line(int level, String text) {}

    /**
     * What was held and agreed on a day of a round, as a view has it; empty when the view knows no such day.
     *
     * @param day from 1, the first day of the round
     */
    public static Optional<Minutes> of(TalksState state, int round, int day, String language) {
        Act.RoundOpened opened = state.rounds().get(round);
        Act.ProcessOpened process = state.process();
        LocalDate date = opened == null ? null : opened.from().plusDays(day - 1L);
        if (opened == null || process == null || date == null || day < 1 || date.isAfter(opened.to())) {
            return Optional.empty();
        }
        return Optional.of(new Writer(state, process, language).write(opened, day, date));
    }

    /** A label of this package's messages. */
    public static String label(String language, String key) {
        return bundle(language).getString(key);
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "org.homeward.talks.Talks",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Words in a language; in another one, marked, where they are not there. */
    public static String words(@Nullable Map<String, String> words, String language) {
        if (words == null || words.isEmpty()) {
            return "";
        }
        String own = words.get(language);
        if (own != null) {
            return own;
        }
        Map.Entry<String, String> other = words.entrySet().stream()
                .min(Comparator.comparing(
                                (Map.Entry<String, String> e) -> !e.getKey().equals("en"))
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow();
        return "[" + other.getKey() + "] " + other.getValue();
    }

    private record Writer(TalksState state, Act.ProcessOpened process, String language) {
        Minutes write(Act.RoundOpened round, int day, LocalDate date) {
            List<Line> lines = new ArrayList<>();
            lines.add(new Line(1, MessageFormat.format(say("title"), round.number(), day)));
            lines.add(new Line(0, words(process.name(), language)));
            lines.add(new Line(0, say("date") + ": " + date));
            lines.add(new Line(0, say("venue") + ": " + words(round.venue(), language)));
            lines.add(new Line(0, say("host") + ": " + name(round.host())));
            lines.add(new Line(2, say("delegations")));
            Map<String, Act.DelegationNamed> delegations = state.delegations().getOrDefault(round.number(), Map.of());
            for (Act.DelegationNamed delegation : delegations.values()) {
                lines.add(new Line(0, name(delegation.of()) + ": " + members(delegation)));
                if (delegation.authority() != null) {
                    lines.add(new Line(0, say("authority") + ": " + words(delegation.authority(), language)));
                }
            }
            lines.add(new Line(2, say("sessions")));
            List<Act.SessionHeld> held = state.sessions().values().stream()
                    .filter(s -> s.round() == round.number() && s.date().equals(date))
                    .toList();
            int number = 0;
            for (Act.SessionHeld session : held) {
                session(session, ++number, lines);
            }
            lines.add(new Line(2, say("points")));
            List<TalksState.Point> points = state.points().values().stream()
                    .filter(p ->
                            held.stream().anyMatch(s -> s.id().equals(p.read().session())))
                    .toList();
            points.forEach(point -> point(point, lines));
            if (points.isEmpty()) {
                lines.add(new Line(0, say("none")));
            }
            return new Minutes(language, lines);
        }

        private void session(Act.SessionHeld session, int number, List<Line> lines) {
            String time = session.start() == null
                    ? ""
                    : ", " + session.start() + (session.end() == null ? "" : "–" + session.end());
            String group = session.group() == null || state.groups().get(session.group()) == null
                    ? ""
                    : ", " + words(state.groups().get(session.group()).name(), language);
            lines.add(new Line(
                    0,
                    number + ". " + words(session.purpose(), language) + " (" + say("format." + session.format())
                            + group + time + ")"));
            lines.add(new Line(
                    0,
                    say("inRoom") + ": "
                            + session.inRoom().stream().map(this::name).collect(Collectors.joining(", "))));
            if (session.minutes() != null) {
                lines.add(new Line(0, say("minuted") + ": " + words(session.minutes(), language)));
            }
        }

        private void point(TalksState.Point point, List<Line> lines) {
            lines.add(new Line(
                    0,
                    "«" + words(point.read().words(), language) + "» (" + say("authoritative") + ": "
                            + point.read().authoritative() + ")"));
            lines.add(new Line(
                    0,
                    say("initials") + ": "
                            + (point.initials().isEmpty()
                                    ? say("none")
                                    : point.initials().entrySet().stream()
                                            .map(i -> name(i.getKey()) + " " + i.getValue())
                                            .collect(Collectors.joining(", ")))));
            if (point.read().owner() != null) {
                lines.add(new Line(
                        0,
                        say("owner") + ": " + name(point.read().owner())
                                + (point.read().due() == null
                                        ? ""
                                        : ", " + say("due") + " " + point.read().due())));
            }
            if (point.read().verification() != null) {
                lines.add(new Line(
                        0, say("verification") + ": " + words(point.read().verification(), language)));
            }
        }

        private String members(Act.DelegationNamed delegation) {
            return delegation.members().stream()
                    .map(m -> m.name() + " (" + say("capacity." + m.capacity()) + ")")
                    .collect(Collectors.joining(", "));
        }

        private String name(@Nullable String who) {
            Map<String, Map<String, String>> names = process.names();
            Map<String, String> known = names == null || who == null ? null : names.get(who);
            return known == null ? String.valueOf(who) : words(known, language);
        }

        private String say(String key) {
            return label(language, key);
        }
    }
}
