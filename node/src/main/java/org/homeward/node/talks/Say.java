package org.homeward.node.talks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.homeward.node.web.Text;
import org.homeward.node.web.Wording;
import org.homeward.talks.Act;
import org.homeward.talks.Minutes;
import org.homeward.talks.TalksState;
import org.jspecify.annotations.Nullable;

/** The words of talks in the language of a page. What came from people is shown with everything invisible made visible. */
public record Say(String language, TalksState state) implements Wording {
    /** Words in the page's language, or in another one with its code. */
    public String words(@Nullable Map<String, String> words) {
        return Text.plain(Minutes.words(words, language).replace('\n', ' '));
    }

    /** A participant's name; its code where it has none. */
    public String name(@Nullable String who) {
        Act.ProcessOpened process = state.process();
        Map<String, Map<String, String>> names =
                process == null ? Map.of() : Objects.requireNonNullElse(process.names(), Map.of());
        return who == null ? "–" : names.containsKey(who) ? words(names.get(who)) : Text.plain(who);
    }

    /** Several of them. */
    public String names(List<String> all) {
        return all.isEmpty() ? "–" : all.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** A fixed word, as the minutes have it. */
    public String label(String key) {
        return Minutes.label(Minutes.LANGUAGES.contains(language) ? language : "en", key);
    }

    /** The words for a choice that is one of a fixed set: those of the minutes, or the page's own. */
    public String choice(Text text, String from, String value) {
        return switch (from) {
            case "formats" -> label("format." + value);
            case "stances" -> text.get("stance." + value);
            case "mayTell" -> text.get("mayTell." + value);
            case "reports" -> text.get("report." + value);
            case "statuses" -> text.get("clauseStatus." + value);
            default -> value;
        };
    }

    /** The issues under one, or at the top, with how deep they lie. */
    public record Place(Act.IssueNamed issue, int depth) {}

    /** The tree of issues from top to bottom, each behind the one it lies under. */
    public List<Place> tree() {
        List<Place> places = new ArrayList<>();
        under(null, 0, places);
        return places;
    }

    private void under(@Nullable String parent, int depth, List<Place> places) {
        for (Act.IssueNamed issue : state.issues().values()) {
            if (Objects.equals(issue.under(), parent)) {
                places.add(new Place(issue, depth));
                under(issue.id(), depth + 1, places);
            }
        }
    }

    /** The positions on an issue, the newest last. */
    public List<Act.PositionStated> positions(String issue) {
        return state.positions().values().stream()
                .filter(p -> p.issue().equals(issue))
                .toList();
    }

    /** Whether a later position took its place. */
    public boolean replaced(String position) {
        return state.positions().values().stream().anyMatch(p -> position.equals(p.supersedes()));
    }
}
