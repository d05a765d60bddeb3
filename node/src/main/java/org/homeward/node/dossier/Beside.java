package org.homeward.node.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.node.dossier.StatusWord.Source;
import org.homeward.node.store.Claims;
import org.homeward.node.store.DutyEvents;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.store.Statements;
import org.homeward.node.store.Statements.Concerning;
import org.homeward.node.store.Store;
import org.jspecify.annotations.Nullable;

/** What is said of people beside the files of the registers, and what two people decided of claims. Safe for threads. */
final class Beside {
    /** The word of {@code node.duty} for somebody who is not held any more. */
    private static final String ENDED = "ENDED";

    private record Answers(List<OtherSide.Reply> all, Map<String, List<OtherSide.Reply>> byRow) {}

    private final Store store;
    private final OtherSide other;
    private volatile @Nullable Answers answers;

    Beside(Store store, OtherSide other) {
        this.store = store;
        this.other = other;
    }

    /** One picture of all of it. */
    final class Picture {
        private final Kind kind;
        private final Map<String, List<OtherSide.Reply>> replies;
        private final Map<String, List<Concerning>> seen = new HashMap<>();
        private final Map<String, Agreed.Gathered<Claims.Said>> decided = new HashMap<>();
        private final Set<String> spokenOf = new HashSet<>();
        private final Map<String, DutyEvents.Entry> ended = new HashMap<>();

        private Picture(Kind kind) {
            this.kind = kind;
            this.replies = kind == Kind.SOUGHT ? repliesByRow() : Map.of();
            if (kind == Kind.SOUGHT) {
                store.statements()
                        .confirmed()
                        .forEach(c -> seen.computeIfAbsent(c.dossier(), d -> new ArrayList<>())
                                .add(c));
            } else {
                for (DutyEvents.Entry entry : store.dutyEvents().all()) {
                    if (entry.event().equals(ENDED)) {
                        ended.put(entry.row(), entry);
                    }
                }
                ended.values().removeIf(e -> e.day().isEmpty());
            }
            store.claims().of(kind).forEach(e -> {
                spokenOf.add(e.row());
                decided.computeIfAbsent(e.row() + "\n" + e.claim(), m -> new Agreed.Gathered<>())
                        .add(e.by(), e.said() == Claims.Said.TAKE_BACK ? null : e.said(), "", e.at());
            });
        }

        List<OtherSide.Reply> replies(String row) {
            return replies.getOrDefault(row, List.of());
        }

        List<Statements.Statement> seen(String row) {
            return seen.getOrDefault(row, List.of()).stream()
                    .map(Concerning::statement)
                    .toList();
        }

        /** Rows of which anything at all is said here. */
        Set<String> rows() {
            Set<String> rows = new HashSet<>(replies.keySet());
            rows.addAll(seen.keySet());
            rows.addAll(ended.keySet());
            rows.addAll(spokenOf);
            return rows;
        }

        /** Every claim on a person: those of his rows first. */
        List<Claim> claims(String row, List<Claim> ofRows) {
            List<Claim> claims = new ArrayList<>(ofRows);
            seen(row).stream()
                    .filter(s -> s.life() == Statements.Life.DEAD)
                    .forEach(s -> claims.add(new Claim(
                            kind,
                            row,
                            "returnee\n" + s.id(),
                            Source.RETURNEE,
                            s.returnee(),
                            s.source() + s.certainty(),
                            s.where(),
                            s.when(),
                            s.enteredAt())));
            replies(row).stream()
                    .filter(r -> r.code().equals("DIED"))
                    .forEach(r -> claims.add(new Claim(
                            kind,
                            row,
                            "reply\n" + r.caseId() + "\n" + r.line(),
                            Source.OTHER_SIDE,
                            r.caseId(),
                            r.line(),
                            "",
                            "",
                            r.at())));
            return claims;
        }

        /** How far two people are with a claim; without their reasons. */
        Agreed<Claims.Said> decided(Claim claim) {
            // Most claims are on people of whom nobody has spoken: no key is needed to know that.
            if (!spokenOf.contains(claim.row())) {
                return new Agreed.Gathered<Claims.Said>().agreed();
            }
            return store.claims()
                    .mark(kind, claim.row(), claim.said())
                    .map(mark -> decided.getOrDefault(claim.row() + "\n" + mark, new Agreed.Gathered<>()))
                    .orElseGet(Agreed.Gathered::new)
                    .agreed();
        }

        /** All words on a person, those of his rows first. */
        List<StatusWord> words(String row, RowWords rows) {
            List<StatusWord> words = new ArrayList<>(rows.words());
            seen(row).stream()
                    .filter(s -> s.life() == Statements.Life.ALIVE)
                    .forEach(s -> words.add(new StatusWord(
                            Status.ALIVE, Source.RETURNEE, s.returnee(), s.where(), s.when(), s.enteredAt())));
            replies(row)
                    .forEach(r -> status(r.code())
                            .ifPresent(status -> words.add(
                                    new StatusWord(status, Source.OTHER_SIDE, r.caseId(), r.line(), "", r.at()))));
            DutyEvents.Entry gone = ended.get(row);
            if (gone != null) {
                words.add(new StatusWord(Status.NOT_HELD, Source.DUTY, gone.by(), "", gone.day(), gone.at()));
            }
            for (Claim claim : claims(row, rows.claims())) {
                Agreed<Claims.Said> agreed = decided(claim);
                Optional<Claims.Said> decision = agreed.decision();
                if (decision.filter(d -> d == Claims.Said.CONFIRM).isPresent()) {
                    words.add(new StatusWord(
                            Status.DEAD,
                            Source.DECISION,
                            String.join(", ", agreed.words().keySet()),
                            "",
                            claim.day(),
                            agreed.since().orElse(claim.at())));
                } else if (decision.filter(d -> d == Claims.Said.REFUSE).isEmpty()) {
                    words.add(new StatusWord(
                            Status.DEATH_CLAIMED, claim.source(), claim.who(), claim.words(), claim.day(), claim.at()));
                }
            }
            return words;
        }
    }

    Picture picture(Kind kind) {
        return new Picture(kind);
    }

    private static Optional<Status> status(String reply) {
        return switch (reply) {
            case "HELD" -> Optional.of(Status.HELD);
            case "NOT_HELD" -> Optional.of(Status.NOT_HELD);
            case "RELEASED" -> Optional.of(Status.RELEASED);
            case "TRANSFERRED" -> Optional.of(Status.TRANSFERRED);
            case "ESCAPED" -> Optional.of(Status.ESCAPED);
            case "NOT_AVAILABLE" -> Optional.of(Status.NOT_AVAILABLE);
            // A death is a claim; the others say nothing of where he is.
            default -> Optional.empty();
        };
    }

    private Map<String, List<OtherSide.Reply>> repliesByRow() {
        List<OtherSide.Reply> all = other.replies();
        Answers known = answers;
        if (known == null || known.all() != all) {
            Map<String, List<OtherSide.Reply>> byRow = new LinkedHashMap<>();
            all.forEach(
                    r -> byRow.computeIfAbsent(r.row(), k -> new ArrayList<>()).add(r));
            known = new Answers(all, byRow);
            answers = known;
        }
        return known.byRow();
    }
}
