package org.homeward.node.talks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.homeward.talks.Act;
import org.homeward.talks.TalksState;

/**
 * What is asked for each kind of entry, so that one template draws every form and one reader reads them. The names of the fields are
 * those of the entry's JSON (docs/talks.md).
 */
public record EntryForm(String kind, List<Field> fields) {
    /** How a field is drawn and read. */
    public enum Type {
        ID,
        TEXT,
        WORDS,
        DAY,
        TIME,
        NUMBER,
        ONE,
        MANY,
        TICK,
        MEMBERS,
        BRACKETS,
        RESERVATIONS,
        PARTICIPANTS,
        TERMS
    }

    /**
     * A field.
     *
     * @param from where its choices come from, see {@link #choices}; empty where it has none
     */
    public record Field(String name, Type type, boolean required, String from) {}

    private static final Map<String, EntryForm> ALL = new LinkedHashMap<>();

    static {
        form("PROCESS", "name:WORDS!", "participants:PARTICIPANTS!", "languages:MANY!languages", "earlyHarvest:TICK");
        form("ROUND", "number:NUMBER!", "venue:WORDS!", "host:ONE!participants", "from:DAY!", "to:DAY!");
        form("DELEGATION", "round:ONE!rounds", "of:ONE!participants", "members:MEMBERS!", "authority:WORDS");
        form(
                "GROUP",
                "id:ID!",
                "name:WORDS!",
                "mandate:WORDS!",
                "members:MANY!participants",
                "deliverable:WORDS!",
                "due:DAY");
        form(
                "SESSION",
                "id:ID!",
                "round:ONE!rounds",
                "date:DAY!",
                "format:ONE!formats",
                "start:TIME",
                "end:TIME",
                "purpose:WORDS!",
                "inRoom:MANY!participants",
                "group:ONE?groups",
                "minutes:WORDS");
        form("ISSUE", "id:ID!", "under:ONE?issues", "name:WORDS!");
        form(
                "POSITION",
                "id:ID!",
                "issue:ONE!issues",
                "of:ONE!parties",
                "stance:ONE!stances",
                "words:WORDS!",
                "supersedes:ONE?positions",
                "seenBy:MANY?participants");
        form(
                "MESSAGE",
                "id:ID!",
                "from:ONE!participants",
                "to:ONE!participants",
                "words:WORDS!",
                "mayTell:ONE!mayTell",
                "gist:WORDS");
        form("TOLD", "message:ONE!messages", "to:ONE!participants");
        form(
                "CLAUSE",
                "id:ID!",
                "issue:ONE?issues",
                "words:WORDS!",
                "brackets:BRACKETS",
                "reservations:RESERVATIONS",
                "terms:TERMS",
                "why:TEXT!");
        form("STATUS", "clause:ONE!clauses", "status:ONE!statuses");
        form("SHOWN", "version:ONE!versions", "to:ONE!participants", "why:TEXT!");
        form(
                "READ_BACK",
                "clause:ONE!clauses",
                "words:WORDS!",
                "authoritative:ONE!processLanguages",
                "dependsOn:MANY?clauses",
                "owner:ONE?participants",
                "due:DAY",
                "verification:WORDS",
                "session:ONE?sessions");
        form("INITIALLED", "clause:ONE!clauses", "of:ONE!parties", "initials:TEXT!");
        form("STEP", "id:ID!", "what:WORDS!", "owner:ONE!participants", "due:DAY", "clause:ONE?clauses");
        form("REPORT", "step:ONE!steps", "of:ONE!participants", "report:ONE!reports", "note:WORDS");
    }

    private static void form(String kind, String... fields) {
        List<Field> all = new ArrayList<>();
        for (String field : fields) {
            String[] parts = field.split(":");
            String type = parts[1].replaceAll("[!?].*", "");
            String rest = parts[1].substring(type.length());
            all.add(new Field(
                    parts[0], Type.valueOf(type), rest.startsWith("!"), rest.isEmpty() ? "" : rest.substring(1)));
        }
        ALL.put(kind, new EntryForm(kind, List.copyOf(all)));
    }

    /** The form of a kind of entry, by the type of its JSON; null for anything else. */
    public static @org.jspecify.annotations.Nullable EntryForm of(String kind) {
        return ALL.get(kind);
    }

    /** Every kind that can be added to open talks. */
    public static List<String> kinds() {
        return ALL.keySet().stream().filter(k -> !k.equals("PROCESS")).toList();
    }

    /** The languages in which words are asked for. */
    static List<String> languages(TalksState state) {
        Act.ProcessOpened process = state.process();
        return process == null || process.languages().isEmpty() ? List.of("en", "uk", "ru", "ar") : process.languages();
    }

    /** The choices of each list a form draws from, in the state as it is: value to words, or to nothing where the page has words for it. */
    static Map<String, Map<String, String>> choices(
            TalksState state, java.util.function.Function<Map<String, String>, String> say) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        Act.ProcessOpened process = state.process();
        Map<String, String> participants = new LinkedHashMap<>();
        Map<String, String> parties = new LinkedHashMap<>();
        if (process != null) {
            Map<String, Map<String, String>> names = Objects.requireNonNullElse(process.names(), Map.of());
            process.parties().forEach(p -> parties.put(p, say.apply(names.getOrDefault(p, Map.of("en", p)))));
            participants.putAll(parties);
            participants.put(
                    process.mediator(),
                    say.apply(names.getOrDefault(process.mediator(), Map.of("en", process.mediator()))));
            process.observers().forEach(o -> participants.put(o, say.apply(names.getOrDefault(o, Map.of("en", o)))));
        }
        all.put("participants", participants);
        all.put("parties", parties);
        all.put(
                "rounds",
                of(state.rounds().values(), r -> Integer.toString(r.number()), r -> r.number() + " · " + r.from()));
        all.put("groups", of(state.groups().values(), Act.GroupSet::id, g -> say.apply(g.name())));
        all.put(
                "sessions",
                of(state.sessions().values(), Act.SessionHeld::id, s -> s.id() + " · " + say.apply(s.purpose())));
        all.put("issues", of(state.issues().values(), Act.IssueNamed::id, i -> say.apply(i.name())));
        all.put(
                "positions",
                of(state.positions().values(), Act.PositionStated::id, p -> p.id() + " · " + say.apply(p.words())));
        all.put(
                "messages",
                of(state.messages().values(), Act.MessageSent::id, m -> m.id() + " · " + say.apply(m.words())));
        all.put(
                "clauses",
                of(
                        state.text().map(t -> t.clauses().values()).orElse(List.of()),
                        c -> c.id(),
                        c -> c.id() + " · " + say.apply(c.words())));
        all.put("steps", of(state.steps().values(), Act.StepOwed::id, s -> s.id() + " · " + say.apply(s.what())));
        all.put(
                "versions",
                of(state.versions().reversed(), v -> Integer.toString(v.number()), v -> Integer.toString(v.number())));
        all.put("formats", names(Act.Format.values()));
        all.put("stances", names(Act.Stance.values()));
        all.put("mayTell", names(Act.MayTell.values()));
        all.put("reports", names(Act.Report.values()));
        all.put("capacities", names(Act.Capacity.values()));
        all.put("statuses", names(Act.Status.OPEN, Act.Status.PARKED));
        all.put("languages", of(List.of("en", "uk", "ru", "ar"), l -> l, l -> l));
        all.put("processLanguages", of(languages(state), l -> l, l -> l));
        return all;
    }

    private static <T> Map<String, String> of(
            Iterable<T> values,
            java.util.function.Function<T, String> id,
            java.util.function.Function<T, String> words) {
        Map<String, String> all = new LinkedHashMap<>();
        for (T value : values) {
            all.put(id.apply(value), words.apply(value));
        }
        return all;
    }

    private static Map<String, String> names(Enum<?>... values) {
        Map<String, String> all = new LinkedHashMap<>();
        Arrays.stream(values).forEach(v -> all.put(v.name(), ""));
        return all;
    }
}
