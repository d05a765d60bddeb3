package org.homeward.node.families;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.node.people.Person;
import org.homeward.node.store.Families;
import org.homeward.node.store.Families.Channel;
import org.homeward.node.store.Families.Event;
import org.homeward.node.store.Families.Kin;
import org.homeward.node.store.Families.Kind;
import org.homeward.node.store.Families.Notice;
import org.homeward.node.store.Families.Source;
import org.homeward.node.store.Families.State;
import org.homeward.node.store.Families.Visit;
import org.homeward.node.store.Registers;
import org.homeward.node.store.ReleaseSignatures.Signed;
import org.homeward.register.Field;

/**
 * The officers' side: kin, events and notices, each by two people. A death has no notice: verifying one makes a visit, and there is no
 * kind of notice that could say it. Nothing here confirms anything by itself.
 */
public final class FamilyDesk {
    /** How long a family's data stay after they were recorded. */
    static final Period KEPT = Period.ofYears(2);

    private static final Set<Field> NAMES = Set.of(Field.FULL_NAME, Field.SURNAME, Field.GIVEN_NAME, Field.PATRONYMIC);
    /** Of one occasion, only one of these can be so. */
    private static final List<Kind> OPPOSITE = List.of(Kind.RELEASED, Kind.NOT_RETURNED);

    /** How long a request for a new code waits for the second officer. */
    private static final Duration NEW_CODE = Duration.ofHours(48);

    private static final int LONGEST = 500;
    private static final int MOST_AT_ONCE = 2_000;

    /** Why something was not done; the sentence is the page's. */
    public enum No {
        /** Not for this role. */
        NOT_YOURS,
        /** The same person would be the second one, or somebody was quicker. */
        SECOND_PERSON,
        /** A field is empty or too long. */
        FIELD,
        /** A mail address, a language or a time zone that is none. */
        CONTACT,
        /** A dossier is not in the register of those sought. */
        NO_DOSSIER,
        /** What it was about is not there any more, or was done. */
        GONE,
        /** The families come before the press. */
        FAMILY_FIRST,
        /** The signature is not that of this person's key over what is released. */
        SIGNATURE
    }

    /**
     * What became of something.
     *
     * @param no why not; empty when it was done
     * @param detail a case code that is shown once, or the dossier that is not there
     */
    public record Outcome(Optional<No> no, String detail) {
        static Outcome done(String detail) {
            return new Outcome(Optional.empty(), detail);
        }

        static Outcome no(No no) {
            return new Outcome(Optional.of(no), "");
        }
    }

    private final Families families;
    private final Registers registers;
    private final NoticeWriter writer;
    private final ReleaseDesk releases;
    private final Clock clock;
    private final SecureRandom random;

    FamilyDesk(
            Families families,
            Registers registers,
            NoticeWriter writer,
            ReleaseDesk releases,
            Clock clock,
            SecureRandom random) {
        this.releases = releases;
        this.families = families;
        this.registers = registers;
        this.writer = writer;
        this.clock = clock;
        this.random = random;
    }

    /** What an officer writes down of a kin. */
    public record NewKin(
            String dossier,
            String name,
            String relation,
            String proof,
            Channel channel,
            String address,
            String wishes,
            String language,
            String zone) {}

    /** The first of two people records a kin; nothing follows from it yet. */
    public Outcome record(Person by, NewKin kin) {
        if (by.role() != Person.Role.LIAISON) {
            return Outcome.no(No.NOT_YOURS);
        }
        for (String field : List.of(kin.dossier(), kin.name(), kin.relation(), kin.proof())) {
            if (field.isBlank() || field.length() > LONGEST) {
                return Outcome.no(No.FIELD);
            }
        }
        if (kin.wishes().length() > LONGEST || kin.address().length() > LONGEST) {
            return Outcome.no(No.FIELD);
        }
        if (!reachable(kin)) {
            return Outcome.no(No.CONTACT);
        }
        if (registers.row(Registers.Kind.SOUGHT, kin.dossier().strip()).isEmpty()) {
            return new Outcome(Optional.of(No.NO_DOSSIER), kin.dossier());
        }
        Instant now = clock.instant();
        families.add(new Kin(
                writer.hex(8),
                kin.dossier().strip(),
                kin.name().strip(),
                kin.relation().strip(),
                kin.proof().strip(),
                kin.channel(),
                kin.address().strip(),
                kin.wishes().strip(),
                kin.language(),
                kin.zone(),
                by.id(),
                now,
                "",
                now.atOffset(ZoneOffset.UTC).plus(KEPT).toInstant()));
        return Outcome.done("");
    }

    private static boolean reachable(NewKin kin) {
        try {
            ZoneId.of(kin.zone());
        } catch (DateTimeException e) {
            return false;
        }
        return Words.LANGUAGES.contains(kin.language())
                && switch (kin.channel()) {
                    case MAIL -> kin.address().strip().matches("[^\\s@<>,;:\"\\p{Cntrl}]+@[^\\s@<>,;:\"\\p{Cntrl}]+");
                    case LETTER -> !kin.address().isBlank();
                    case PERSON -> true;
                };
    }

    /** The second person verifies a kin. @return with the case code, which is shown once and printed */
    public Outcome verify(Person by, String kinId) {
        if (by.role() != Person.Role.LIAISON) {
            return Outcome.no(No.NOT_YOURS);
        }
        Optional<Kin> kin = families.kin(kinId);
        if (kin.isEmpty() || kin.get().verified()) {
            return Outcome.no(No.GONE);
        }
        String code = Codes.fresh(random);
        if (!families.verify(kinId, by.id(), clock.instant(), Codes.hash(code))) {
            return Outcome.no(No.SECOND_PERSON);
        }
        families.add(writer.draft(kin.get(), "", "", "APPLICATION"), by.id(), clock.instant());
        return Outcome.done(code);
    }

    /**
     * The first of two officers asks for a new case code in place of a lost one.
     *
     * @param proof how he made sure that it is this kin who stands before him
     */
    public Outcome askNewCode(Person by, String kinId, String proof) {
        if (by.role() != Person.Role.LIAISON) {
            return Outcome.no(No.NOT_YOURS);
        }
        if (proof.isBlank() || proof.length() > LONGEST) {
            return Outcome.no(No.FIELD);
        }
        if (families.kin(kinId).filter(Kin::verified).isEmpty()) {
            return Outcome.no(No.GONE);
        }
        families.askNewCode(writer.hex(8), kinId, proof.strip(), by.id(), clock.instant());
        return Outcome.done("");
    }

    /** The second gives it; the old code is none from then on. @return with the new code, which is shown once and printed */
    public Outcome newCode(Person by, String kinId) {
        if (by.role() != Person.Role.LIAISON) {
            return Outcome.no(No.NOT_YOURS);
        }
        Instant now = clock.instant();
        String asked = codesAsked().get(kinId);
        if (asked == null) {
            return Outcome.no(No.GONE);
        }
        String code = Codes.fresh(random);
        return families.newCode(kinId, by.id(), now, now.minus(NEW_CODE), Codes.hash(code))
                ? Outcome.done(code)
                : Outcome.no(No.SECOND_PERSON);
    }

    /** Requests for a new code that a second officer can answer yet: by kin, who asked. */
    public Map<String, String> codesAsked() {
        return families.codesAsked(clock.instant().minus(NEW_CODE));
    }

    /** The first of two people writes down what happened to some persons, with the evidence. */
    public Outcome happened(
            Person by, Kind kind, String occasion, Source source, String evidence, List<String> dossiers) {
        if (!tells(by)) {
            return Outcome.no(No.NOT_YOURS);
        }
        List<String> each = dossiers.stream()
                .map(String::strip)
                .filter(d -> !d.isEmpty())
                .distinct()
                .toList();
        if (each.isEmpty()
                || each.size() > MOST_AT_ONCE
                || !occasion.strip().matches("[a-z0-9][a-z0-9-]{0,39}")
                || evidence.isBlank()
                || evidence.length() > LONGEST) {
            return Outcome.no(No.FIELD);
        }
        List<Event> events = new ArrayList<>();
        for (String dossier : each) {
            if (registers.row(Registers.Kind.SOUGHT, dossier).isEmpty()) {
                return new Outcome(Optional.of(No.NO_DOSSIER), dossier);
            }
            events.add(new Event(
                    writer.hex(8),
                    dossier,
                    kind,
                    occasion.strip(),
                    source,
                    evidence.strip(),
                    by.id(),
                    clock.instant(),
                    "",
                    false));
        }
        families.add(events);
        return Outcome.done("");
    }

    /** The second person verifies an event; drafts for the kin, or visits where it is a death, are there with it. */
    public Outcome verifyEvent(Person by, String eventId) {
        if (!tells(by)) {
            return Outcome.no(No.NOT_YOURS);
        }
        Optional<Event> found = families.event(eventId);
        if (found.isEmpty()
                || found.get().withdrawn()
                || !found.get().verifiedBy().isEmpty()) {
            return Outcome.no(No.GONE);
        }
        Event event = found.get();
        List<Notice> drafts = new ArrayList<>();
        List<Visit> visits = new ArrayList<>();
        for (Kin kin : families.kinOf(event.dossier())) {
            if (event.kind() == Kind.DIED) {
                visits.add(new Visit(writer.hex(8), kin.id(), event.id(), event.occasion(), "OPEN", "", ""));
            } else {
                draft(kin, event).ifPresent(drafts::add);
            }
        }
        return families.verify(eventId, by.id(), clock.instant(), drafts, visits)
                ? Outcome.done("")
                : Outcome.no(No.SECOND_PERSON);
    }

    /** The second person verifies everything of a day's reconciliation that waits; what he wrote down himself stays. */
    public Outcome verifyDay(Person by, String occasion) {
        if (!tells(by)) {
            return Outcome.no(No.NOT_YOURS);
        }
        int verified = 0;
        for (Event event : families.standing(occasion, Source.RECONCILIATION)) {
            if (event.verifiedBy().isEmpty() && verifyEvent(by, event.id()).no().isEmpty()) {
                verified++;
            }
        }
        return verified > 0 ? Outcome.done("") : Outcome.no(No.GONE);
    }

    /**
     * The draft for a kin. Whoever was told the same of this occasion is not told again; whoever was told otherwise gets a correction, and one
     * that takes somebody's return back never goes by message.
     */
    private Optional<Notice> draft(Kin kin, Event event) {
        String kind = event.kind().name();
        Optional<Notice> told = OPPOSITE.contains(event.kind())
                ? families.lastTold(
                        kin.id(),
                        event.occasion(),
                        OPPOSITE.stream().map(Kind::name).toList())
                : Optional.empty();
        if (told.filter(n -> n.kind().equals(kind)).isPresent()) {
            return Optional.empty();
        }
        boolean takesBack = told.isPresent() && event.kind() == Kind.NOT_RETURNED;
        return Optional.of(writer.draft(
                kin,
                event.id(),
                event.occasion(),
                kind,
                takesBack ? Channel.PERSON : kin.channel(),
                told.map(Notice::code).orElse("")));
    }

    /**
     * The first person asks that a draft leave; the second, by the same act, releases it.
     *
     * @param signature of the person's key over {@link ReleaseDesk#text(Person, Notice)}
     */
    public Outcome release(Person by, String noticeId, String signature) {
        if (!tells(by)) {
            return Outcome.no(No.NOT_YOURS);
        }
        Optional<Notice> notice = families.notice(noticeId);
        Optional<Kin> kin = notice.flatMap(n -> families.kin(n.kinId()));
        if (notice.isEmpty()
                || kin.isEmpty()
                || notice.get().state() != State.DRAFT && notice.get().state() != State.ASKED) {
            return Outcome.no(No.GONE);
        }
        if (notice.get().askedBy().equals(by.id())) {
            return Outcome.no(No.SECOND_PERSON);
        }
        Optional<Signed> signed = releases.check(by, notice.get(), signature);
        if (signed.isEmpty()) {
            return Outcome.no(No.SIGNATURE);
        }
        Instant now = clock.instant();
        if (notice.get().state() == State.DRAFT) {
            return families.ask(signed.get(), now) ? Outcome.done("") : Outcome.no(No.GONE);
        }
        Instant next = QuietHours.next(now, ZoneId.of(kin.get().zone()));
        return families.release(signed.get(), now, next) ? Outcome.done("") : Outcome.no(No.SECOND_PERSON);
    }

    /** A printed notice was handed to the post or to the family. */
    public Outcome handedOver(Person by, String noticeId) {
        if (by.role() != Person.Role.LIAISON) {
            return Outcome.no(No.NOT_YOURS);
        }
        return families.sent(noticeId, by.id(), clock.instant()) ? Outcome.done("") : Outcome.no(No.GONE);
    }

    /** An officer was at the family's. */
    public Outcome visited(Person by, String visitId, boolean told) {
        if (by.role() != Person.Role.LIAISON) {
            return Outcome.no(No.NOT_YOURS);
        }
        return families.visited(visitId, told, by.id(), clock.instant()) ? Outcome.done("") : Outcome.no(No.GONE);
    }

    /** What an officer did about a family's answer. */
    public Outcome answer(Person by, String correctionId, String answer) {
        if (by.role() != Person.Role.LIAISON) {
            return Outcome.no(No.NOT_YOURS);
        }
        if (answer.isBlank() || answer.length() > LONGEST) {
            return Outcome.no(No.FIELD);
        }
        return families.answer(correctionId, by.id(), answer.strip()) ? Outcome.done("") : Outcome.no(No.GONE);
    }

    /** How the register of those sought names a person now; empty when it does not any more. */
    public String person(String dossier) {
        return registers.row(Registers.Kind.SOUGHT, dossier).stream()
                .flatMap(row -> row.cells().entrySet().stream())
                .filter(cell -> NAMES.contains(cell.getKey().field()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
    }

    private static boolean tells(Person by) {
        return by.role() == Person.Role.LIAISON || by.role() == Person.Role.HEAD;
    }
}
