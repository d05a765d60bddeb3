package org.homeward.node.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.homeward.documents.AgreementDocument;
import org.homeward.documents.CategoryCount;
import org.homeward.documents.CheckpointLine;
import org.homeward.documents.ListDocument;
import org.homeward.documents.ListedFile;
import org.homeward.documents.SignatureLine;
import org.homeward.documents.SummaryPage;
import org.homeward.ledger.Checkpoint;
import org.homeward.names.Icao;
import org.homeward.node.desk.CaseTerms;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.protocol.exchange.Approval;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants.Officer;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.selection.Clause;

/** What an agreed case prints: each party's list in its own language, the agreement, and a page that sums everything up. */
final class PrintedForms {
    private static final List<String> CATEGORIES = List.of("soldier", "wounded", "civilian");

    private final CaseRoom room;
    private final CaseState state;
    private final Agreement agreement;
    private final CheckpointLine checkpoint;
    private final Instant at;

    private PrintedForms(CaseRoom room, Checkpoint head) {
        this.room = room;
        this.state = room.node().state();
        this.agreement = state.agreement().orElseThrow();
        String root = Bytes.hex(head.root().bytes());
        this.checkpoint = new CheckpointLine(head.size(), root, groups(root));
        this.at = state.signaturesInForce().values().stream()
                .map(ActRecord::time)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** Writes all forms into the bundle's folder; the summary comes last, because it lists what lies beside it. */
    static void write(Path folder, CaseRoom room, Checkpoint head) throws IOException {
        PrintedForms forms = new PrintedForms(room, head);
        for (Participant party : room.participants().parties()) {
            Locale locale = language(party.id());
            Files.write(
                    folder.resolve("lists/" + party.id() + ".pdf"),
                    forms.list(party, locale).pdf(locale));
        }
        Files.write(
                folder.resolve("agreement.pdf"), forms.agreement(Locale.ENGLISH).pdf(Locale.ENGLISH));
        Files.write(
                folder.resolve("summary.html"),
                forms.summary(Locale.ENGLISH, ListedFile.under(folder)).html(Locale.ENGLISH));
    }

    private ListDocument list(Participant party, Locale locale) {
        ResourceBundle words = words(locale);
        List<ListedPerson> people = people(party);
        List<ListDocument.Row> rows = new ArrayList<>();
        for (ListedPerson p : people) {
            rows.add(new ListDocument.Row(
                    p.number(),
                    p.name(),
                    Icao.latin(p.name(), party.id().equals("ua")),
                    p.birthDate() == null ? "" : p.birthDate(),
                    p.rank() == null ? "" : p.rank(),
                    words.getString(p.category()),
                    p.reason()));
        }
        List<ListDocument.Total> totals = new ArrayList<>();
        counts(people)
                .forEach((category, count) -> totals.add(new ListDocument.Total(words.getString(category), count)));
        String number = agreement.caseId() + "/" + party.id() + "/"
                + agreement.proposal().version();
        return new ListDocument(
                new MessageFormat(words.getString("title"), locale).format(new Object[] {party.name()}),
                agreement.caseId(),
                number,
                names(),
                agreement.terms().countingRule(),
                rows,
                totals,
                "homeward:" + number + ":" + agreement.digest(),
                at,
                agreement.digest());
    }

    private AgreementDocument agreement(Locale locale) {
        List<String> terms = new ArrayList<>();
        terms.add(agreement.terms().countingRule());
        CaseTerms.selection(agreement.terms()).clauses().stream()
                .map(Clause::text)
                .forEach(terms::add);
        return new AgreementDocument(
                agreement.caseId(),
                Integer.toString(agreement.proposal().version()),
                at,
                names(),
                terms,
                byCategory(locale),
                signatures(),
                checkpoint,
                agreement.digest());
    }

    private SummaryPage summary(Locale locale, List<ListedFile> files) {
        return new SummaryPage(
                agreement.caseId(), at, names(), figures(locale), byCategory(locale), signatures(), checkpoint, files);
    }

    private List<SummaryPage.Figure> figures(Locale locale) {
        ResourceBundle words = words(locale);
        List<SummaryPage.Figure> figures = new ArrayList<>();
        for (Participant party : room.participants().parties()) {
            var replies = state.replies().getOrDefault(party.id(), Map.of()).values();
            long held = replies.stream().filter(r -> r.code() == ReplyCode.HELD).count();
            figures.add(new SummaryPage.Figure(
                    new MessageFormat(words.getString("figure.sought"), locale).format(new Object[] {party.name()}),
                    Integer.toString(replies.size())));
            figures.add(new SummaryPage.Figure(words.getString("figure.held"), Long.toString(held)));
            figures.add(new SummaryPage.Figure(
                    words.getString("figure.acknowledged"),
                    Integer.toString(state.acknowledged()
                            .getOrDefault(party.id(), java.util.Set.of())
                            .size())));
        }
        figures.add(new SummaryPage.Figure(words.getString("figure.acts"), Long.toString(checkpoint.size())));
        return figures;
    }

    /** Who returns to a party was released by the other. */
    private List<CategoryCount> byCategory(Locale locale) {
        ResourceBundle words = words(locale);
        List<CategoryCount> all = new ArrayList<>();
        for (Participant party : room.participants().parties()) {
            String releasing = room.participants().other(party.id()).name();
            counts(people(party))
                    .forEach((category, count) -> all.add(new CategoryCount(
                            releasing, words.getString(category), count, category.equals("soldier"))));
        }
        return all;
    }

    private List<SignatureLine> signatures() {
        List<SignatureLine> lines = new ArrayList<>();
        for (Participant participant : room.participants().all()) {
            ActRecord record = state.signaturesInForce().get(participant.id());
            if (record != null) {
                List<String> signers = record.approvals().stream()
                        .map(Approval::officer)
                        .map(id -> participant.officer(id).map(Officer::name).orElse(id))
                        .toList();
                String fingerprint = Bytes.hex(Bytes.sha256(Bytes.utf8(participant.signingKey())))
                        .substring(0, 32);
                lines.add(new SignatureLine(participant.name(), signers, groups(fingerprint), record.time()));
            }
        }
        return lines;
    }

    private List<ListedPerson> people(Participant party) {
        return agreement.proposal().returning().getOrDefault(party.id(), List.of());
    }

    private static Map<String, Integer> counts(List<ListedPerson> people) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        CATEGORIES.forEach(category -> counts.put(category, (int)
                people.stream().filter(p -> p.category().equals(category)).count()));
        return counts;
    }

    private List<String> names() {
        return room.participants().all().stream().map(Participant::name).toList();
    }

    /** A digest in groups of four, as three people read it to each other. */
    private static String groups(String hex) {
        return hex.replaceAll("(.{4})(?!$)", "$1 ");
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle(
                "org.homeward.node.server.Forms",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    /** The language in which a party reads its list; any other code reads English. */
    private static Locale language(String party) {
        return switch (party) {
            case "ua" -> Locale.of("uk");
            case "ru" -> Locale.of("ru");
            default -> Locale.ENGLISH;
        };
    }
}
