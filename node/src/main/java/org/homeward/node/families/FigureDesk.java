package org.homeward.node.families;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.families.FamilyDesk.No;
import org.homeward.node.families.FamilyDesk.Outcome;
import org.homeward.node.people.Person;
import org.homeward.node.store.Families;
import org.homeward.node.store.Families.Kind;
import org.homeward.node.store.Figures;
import org.homeward.node.store.ReleaseSignatures;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * Figures for the public: counted from verified events, never typed, drafted by one person and released by a second, after the families.
 * The dead are not among them: a small number of dead on a day says to a family what it must not learn from a page.
 */
public final class FigureDesk {
    /** Numbers under this are withheld: with them, somebody could tell who it is. */
    static final int SMALLEST = 5;

    /** What is counted, each by the rule that the page states. */
    public static final List<Kind> COUNTED = List.of(Kind.RELEASED, Kind.NOT_RETURNED);

    /**
     * One number.
     *
     * @param count -1 where it is withheld
     */
    public record Cell(Kind kind, long count) {
        public boolean withheld() {
            return count < 0;
        }
    }

    /** One release as it is shown. */
    public record Shown(Figures.Release release, List<Cell> cells) {}

    private final Figures figures;
    private final Families families;
    private final NoticeWriter writer;
    private final ReleaseDesk releases;
    private final Clock clock;

    FigureDesk(Figures figures, Families families, NoticeWriter writer, ReleaseDesk releases, Clock clock) {
        this.releases = releases;
        this.figures = figures;
        this.families = families;
        this.writer = writer;
        this.clock = clock;
    }

    /** Drafts the next version of an occasion's figures as the verified events give them now. */
    public Outcome draft(Person by, String occasion) {
        if (!by.role().acts()) {
            return Outcome.no(No.NOT_YOURS);
        }
        if (COUNTED.stream().allMatch(kind -> families.count(occasion.strip(), kind) == 0)) {
            return Outcome.no(No.FIELD);
        }
        String json = cells(occasion.strip());
        return figures.draft(writer.hex(8), occasion.strip(), json, by.id(), clock.instant()) > 0
                ? Outcome.done("")
                : Outcome.no(No.GONE);
    }

    /** What the verified events that still stand give now. */
    private String cells(String occasion) {
        Map<String, Long> cells = new LinkedHashMap<>();
        for (Kind kind : COUNTED) {
            long count = families.count(occasion, kind);
            cells.put(kind.name(), count < SMALLEST ? -1 : count);
        }
        return new String(CanonicalJson.bytes(cells), java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * Releases a draft that still says what the events say. Before all families are told, only a head does, with a reason that is kept.
     *
     * @param signature of the person's key over {@link ReleaseDesk#text(Person, Figures.Release)}
     */
    public Outcome release(Person by, String id, String reason, String signature) {
        if (!by.role().acts()) {
            return Outcome.no(No.NOT_YOURS);
        }
        Optional<Figures.Release> draft = figures.find(id).filter(r -> !r.released());
        if (draft.isEmpty() || !draft.get().cells().equals(cells(draft.get().occasion()))) {
            return Outcome.no(No.GONE);
        }
        boolean untold = families.untold(draft.get().occasion()) > 0;
        if (untold && (by.role() != Person.Role.HEAD || reason.isBlank() || reason.length() > 500)) {
            return Outcome.no(No.FAMILY_FIRST);
        }
        if (draft.get().draftedBy().equals(by.id())) {
            return Outcome.no(No.SECOND_PERSON);
        }
        Optional<ReleaseSignatures.Signed> signed = releases.check(by, draft.get(), signature);
        if (signed.isEmpty()) {
            return Outcome.no(No.SIGNATURE);
        }
        return figures.release(signed.get(), clock.instant(), untold ? reason.strip() : "")
                ? Outcome.done("")
                : Outcome.no(No.SECOND_PERSON);
    }

    /** One draft, for the person who is to sign it. */
    public Optional<Shown> draft(String id) {
        return figures.find(id).filter(r -> !r.released()).map(FigureDesk::shown);
    }

    /** Takes a draft away. */
    public Outcome discard(Person by, String id) {
        return by.role().acts() && figures.discard(id) ? Outcome.done("") : Outcome.no(No.GONE);
    }

    /** All versions and drafts, for those who work here. */
    public List<Shown> all() {
        return figures.all().stream().map(FigureDesk::shown).toList();
    }

    /** What the public sees: the newest released version of each occasion. */
    public List<Shown> released() {
        Map<String, Shown> newest = new LinkedHashMap<>();
        for (Figures.Release release : figures.all()) {
            if (release.released()) {
                newest.merge(
                        release.occasion(),
                        shown(release),
                        (a, b) -> a.release().version() > b.release().version() ? a : b);
            }
        }
        return List.copyOf(newest.values());
    }

    private static Shown shown(Figures.Release release) {
        try {
            var tree = CanonicalJson.parse(release.cells().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            List<Cell> cells = new ArrayList<>();
            for (Kind kind : COUNTED) {
                cells.add(new Cell(kind, tree.path(kind.name()).asLong(-1)));
            }
            return new Shown(release, cells);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("figures that this node wrote cannot be read", e);
        }
    }
}
