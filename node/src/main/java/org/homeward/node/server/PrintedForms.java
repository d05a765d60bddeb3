package org.homeward.node.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.documents.ListDocument;
import org.homeward.names.Icao;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.ActRecord;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.protocol.exchange.CaseState;
import org.homeward.protocol.exchange.Participants.Participant;

/** The lists of an agreed case as PDF, in Cyrillic and Latin letters. */
final class PrintedForms {
    private PrintedForms() {}

    static void write(Path folder, CaseRoom room) throws IOException {
        CaseState state = room.node().state();
        Agreement agreement = state.agreement().orElseThrow();
        Instant at = state.signatures().values().stream()
                .map(ActRecord::time)
                .max(Instant::compareTo)
                .orElseThrow();
        for (Participant party : room.participants().parties()) {
            ListDocument list = document(room, agreement, party, at);
            Files.write(folder.resolve("lists/" + party.id() + ".pdf"), list.pdf(language(party.id())));
        }
    }

    private static ListDocument document(CaseRoom room, Agreement agreement, Participant party, Instant at) {
        List<ListedPerson> people = agreement.proposal().returning().getOrDefault(party.id(), List.of());
        List<ListDocument.Row> rows = new ArrayList<>();
        Map<String, Integer> totals = new TreeMap<>();
        boolean ukrainian = party.id().equals("ua");
        for (ListedPerson p : people) {
            totals.merge(p.category(), 1, Integer::sum);
            rows.add(new ListDocument.Row(
                    p.number(),
                    p.name(),
                    Icao.latin(p.name(), ukrainian),
                    p.birthDate() == null ? "" : p.birthDate(),
                    p.rank() == null ? "" : p.rank(),
                    p.category(),
                    p.reason()));
        }
        List<ListDocument.Total> figures = new ArrayList<>();
        totals.forEach((category, count) -> figures.add(new ListDocument.Total(category, count)));
        List<String> names =
                room.participants().all().stream().map(Participant::name).toList();
        return new ListDocument(
                party.name(),
                room.caseId(),
                room.caseId() + "/" + party.id() + "/" + agreement.proposal().version(),
                names,
                agreement.terms().countingRule(),
                rows,
                figures,
                "homeward:" + room.caseId() + ":" + agreement.digest(),
                at,
                agreement.digest());
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
