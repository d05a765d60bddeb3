package org.homeward.node.release;

import static java.util.Map.entry;
import static org.homeward.node.release.Shape.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What each kind of act may carry, member by member. What is not on this list does not leave the node: a new member of an act crosses only
 * when somebody has written it here.
 *
 * <p>A path names members; {@code []} is each element of an array, {@code *} each member of a map by participant, and a path that ends in
 * {@code **} everything below.
 */
final class Carried {
    private static final Map<String, Map<String, Shape>> TABLE = Map.ofEntries(
            entry(
                    "CaseOpened",
                    Map.ofEntries(
                            entry("participants.mediator.id", ID),
                            entry("participants.mediator.name", WORDS),
                            entry("participants.mediator.signingKey", KEY),
                            entry("participants.mediator.sealingKey", KEY),
                            entry("participants.mediator.ledgerKey", VERIFIER),
                            entry("participants.mediator.certificate", HEX),
                            entry("participants.mediator.officers[].id", ID),
                            entry("participants.mediator.officers[].name", WORDS),
                            entry("participants.mediator.officers[].role", ID),
                            entry("participants.mediator.officers[].publicKey", PERSON_KEY),
                            entry("participants.parties[].id", ID),
                            entry("participants.parties[].name", WORDS),
                            entry("participants.parties[].signingKey", KEY),
                            entry("participants.parties[].sealingKey", KEY),
                            entry("participants.parties[].ledgerKey", VERIFIER),
                            entry("participants.parties[].certificate", HEX),
                            entry("participants.parties[].officers[].id", ID),
                            entry("participants.parties[].officers[].name", WORDS),
                            entry("participants.parties[].officers[].role", ID),
                            entry("participants.parties[].officers[].publicKey", PERSON_KEY))),
            entry(
                    "TermsProposed",
                    Map.ofEntries(
                            entry("terms.title", SENTENCE),
                            entry("terms.countingRule", SENTENCE),
                            entry("terms.perSide.*", NUMBER),
                            entry("terms.civilians.*", NUMBER),
                            entry("terms.clauses.**", CLAUSE),
                            entry("terms.deadlines[].due", CODE),
                            entry("terms.deadlines[].hours", NUMBER),
                            entry("terms.deadlines[].onExpiry", CODE),
                            entry("terms.ladder.sought", CODE),
                            entry("terms.ladder.held", CODE),
                            entry("terms.rates", NOTHING),
                            entry("terms.rates.id", ID),
                            entry("terms.rates.version", NUMBER),
                            entry("terms.rates.rates[].ranks[]", WORDS),
                            entry("terms.rates.rates[].points", NUMBER),
                            entry("terms.rates.unlisted", NUMBER),
                            entry("terms.carried[].caseId", ID),
                            entry("terms.carried[].agreement", HEX),
                            entry("terms.carried[].party", ID),
                            entry("terms.carried[].category", ID),
                            entry("terms.carried[].persons", NUMBER),
                            entry("terms.carried[].points", NUMBER))),
            entry("TermsSigned", Map.of("termsDigest", HEX)),
            entry("ListSealed", Map.of("commitment", HEX, "lines", NUMBER)),
            entry(
                    "ListRevealed",
                    Map.ofEntries(
                            entry("salt", HEX),
                            entry("lines[].line", LINE),
                            entry("lines[].name", WORDS),
                            entry("lines[].surname", WORDS),
                            entry("lines[].givenName", WORDS),
                            entry("lines[].patronymic", WORDS),
                            entry("lines[].birthDate", DATE),
                            entry("lines[].birthPlace", WORDS),
                            entry("lines[].rank", WORDS),
                            entry("lines[].serviceNumber", WORDS),
                            entry("lines[].unit", WORDS),
                            entry("lines[].kind", WORDS))),
            entry(
                    "LinesAnswered",
                    Map.ofEntries(
                            entry("replies[].line", LINE),
                            entry("replies[].code", CODE),
                            entry("replies[].held", NOTHING),
                            entry("replies[].held.token", TOKEN),
                            entry("replies[].held.name", WORDS),
                            entry("replies[].held.birthDate", DATE),
                            entry("replies[].held.rank", WORDS),
                            entry("replies[].held.kind", CODE),
                            entry("replies[].held.medical", MEDICAL),
                            entry("replies[].held.board", NOTHING),
                            entry("replies[].held.board.decision", CODE),
                            entry("replies[].held.board.annex", MEDICAL),
                            entry("replies[].held.board.day", DAY),
                            entry("replies[].held.board.next", DAY),
                            entry("replies[].held.heldSince", DAY),
                            entry("replies[].day", DATE),
                            entry("replies[].burial", WORDS))),
            entry("LinksConfirmed", Map.of("confirmed[]", LINE, "rejected[].line", LINE, "rejected[].reason", CODE)),
            entry("LinksAcknowledged", Map.of("lines[]", LINE)),
            entry("LotterySealed", Map.of("commitment", HEX)),
            entry("LotteryRevealed", Map.of("nonce", HEX)),
            entry(
                    "SelectionProposed",
                    Map.ofEntries(
                            entry("proposal.version", NUMBER),
                            entry("proposal.returning.*[].number", NUMBER),
                            entry("proposal.returning.*[].line", LINE),
                            entry("proposal.returning.*[].token", TOKEN),
                            entry("proposal.returning.*[].name", WORDS),
                            entry("proposal.returning.*[].nameAsHeld", WORDS),
                            entry("proposal.returning.*[].birthDate", DATE),
                            entry("proposal.returning.*[].rank", WORDS),
                            entry("proposal.returning.*[].category", ID),
                            entry("proposal.returning.*[].heldSince", DAY),
                            entry("proposal.returning.*[].reason", SENTENCE),
                            entry("proposal.reserve.*[]", LINE),
                            entry("proposal.audit.class", CODE),
                            entry("proposal.audit.algorithm", WORDS),
                            entry("proposal.audit.levels[]", WORDS),
                            entry("proposal.audit.levelValues[]", NUMBER),
                            entry("proposal.audit.proven", FLAG),
                            entry("proposal.audit.seed", HEX),
                            entry("proposal.audit.inputHash", HEX),
                            entry("proposal.audit.listHash", HEX),
                            entry("proposal.audit.reserveHash", HEX))),
            entry("ListsFrozen", Map.of("proposalDigest", HEX)),
            entry(
                    "ProposalObjected",
                    Map.of("proposalDigest", HEX, "objections[].line", LINE, "objections[].reason", CODE)),
            entry("AgreementSigned", Map.of("agreementDigest", HEX, "signature", KEY)),
            entry("ProposalWithdrawn", Map.of("proposalDigest", HEX)),
            entry(
                    "AmendmentProposed",
                    Map.ofEntries(
                            entry("amendment.version", NUMBER),
                            entry("amendment.amends", HEX),
                            entry("amendment.changes[].party", ID),
                            entry("amendment.changes[].leaves", LINE),
                            entry("amendment.changes[].code", CODE),
                            entry("amendment.changes[].comes", NOTHING),
                            entry("amendment.changes[].comes.number", NUMBER),
                            entry("amendment.changes[].comes.line", LINE),
                            entry("amendment.changes[].comes.token", TOKEN),
                            entry("amendment.changes[].comes.name", WORDS),
                            entry("amendment.changes[].comes.nameAsHeld", WORDS),
                            entry("amendment.changes[].comes.birthDate", DATE),
                            entry("amendment.changes[].comes.rank", WORDS),
                            entry("amendment.changes[].comes.category", ID),
                            entry("amendment.changes[].comes.heldSince", DAY),
                            entry("amendment.changes[].comes.reason", SENTENCE),
                            entry("amendment.changes[].passed[].line", LINE),
                            entry("amendment.changes[].passed[].reason", CODE))),
            entry("AmendmentSigned", Map.of("agreementDigest", HEX, "signature", KEY)),
            entry("AmendmentWithdrawn", Map.of("amendmentDigest", HEX)),
            entry("AmendmentDeclined", Map.of("amendmentDigest", HEX)),
            entry("DeadlinePassed", Map.of("due", CODE)),
            entry("DeadlineExtended", Map.of("due", CODE, "hours", NUMBER)),
            entry("HandoverReceived", Map.of("handover", ID, "tokens[]", TOKEN, "counts.*", NUMBER)),
            entry("ReceiptDoubted", Map.of("handover", ID, "tokens[]", TOKEN, "doubt", CODE)),
            entry("AvailabilityChanged", Map.of("notAvailable[]", LINE, "again[]", LINE)),
            entry(
                    "BoardDecided",
                    Map.of(
                            "line",
                            LINE,
                            "board.decision",
                            CODE,
                            "board.annex",
                            MEDICAL,
                            "board.day",
                            DAY,
                            "board.next",
                            DAY)),
            entry(
                    "DeathStated",
                    Map.of("line", LINE, "death.standing", CODE, "death.day", DATE, "death.burial", WORDS)));

    /** What shows a person on the highest rung of the ladder: on a list of those sought, and on everything else. */
    private static final Set<String> FULL_OF_SOUGHT = Set.of("lines[].rank", "lines[].serviceNumber", "lines[].unit");

    private static final Set<String> FULL_OF_HELD =
            Set.of("replies[].held.rank", "proposal.returning.*[].rank", "amendment.changes[].comes.rank");

    /** Every beginning of a path, by kind. */
    private static final Map<String, Set<String>> BEGINNINGS = beginnings();

    private Carried() {}

    private static Map<String, Set<String>> beginnings() {
        Map<String, Set<String>> all = new HashMap<>();
        TABLE.forEach((kind, members) -> {
            Set<String> of = new HashSet<>();
            for (String path : members.keySet()) {
                of.add(path);
                for (int i = 0; i < path.length(); i++) {
                    if (path.charAt(i) == '.' || path.charAt(i) == '[') {
                        of.add(path.substring(0, i));
                    }
                }
            }
            all.put(kind, Set.copyOf(of));
        });
        return Map.copyOf(all);
    }

    /** The kinds of acts that may leave at all. */
    static Set<String> kinds() {
        return TABLE.keySet();
    }

    /** The members that a kind may carry. */
    static Set<String> members(String kind) {
        return TABLE.getOrDefault(kind, Map.of()).keySet();
    }

    /** The first member that is above the rungs which the terms allow, or empty. */
    static Optional<String> aboveRung(JsonNode act, boolean fullOfSought, boolean fullOfHeld) {
        return Stream.concat(
                        fullOfSought ? Stream.empty() : FULL_OF_SOUGHT.stream(),
                        fullOfHeld ? Stream.empty() : FULL_OF_HELD.stream())
                .filter(path -> there(act, path))
                .sorted()
                .findFirst();
    }

    /** Whether there is a value anywhere under that path. */
    private static boolean there(JsonNode node, String path) {
        if (path.isEmpty()) {
            return !node.isNull() && !node.isMissingNode();
        }
        int end = path.indexOf('.');
        String step = end < 0 ? path : path.substring(0, end);
        String rest = end < 0 ? "" : path.substring(end + 1);
        boolean each = step.endsWith("[]");
        String name = each ? step.substring(0, step.length() - 2) : step;
        for (JsonNode below : name.equals("*") ? List.copyOf(node.values()) : List.of(node.path(name))) {
            if (each) {
                for (JsonNode element : below) {
                    if (there(element, rest)) {
                        return true;
                    }
                }
            } else if (there(below, rest)) {
                return true;
            }
        }
        return false;
    }

    /** The first member that may not leave, or empty. */
    static Optional<String> surplus(String kind, JsonNode act) {
        Map<String, Shape> may = TABLE.get(kind);
        Set<String> beginnings = BEGINNINGS.get(kind);
        return may == null || beginnings == null
                ? Optional.of("an act of the kind " + kind)
                : Optional.ofNullable(surplus("", act, may, beginnings));
    }

    private static @Nullable String surplus(
            String path, JsonNode node, Map<String, Shape> may, Set<String> beginnings) {
        if (node.isObject()) {
            for (String name : node.propertyNames()) {
                String named = path.isEmpty() ? name : path + "." + name;
                String found =
                        surplus(beginnings.contains(named) ? named : path + ".*", node.path(name), may, beginnings);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                String found = surplus(path + "[]", element, may, beginnings);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        Shape shape = shape(path, may);
        return shape == null || !shape.fits(node) ? path : null;
    }

    private static @Nullable Shape shape(String path, Map<String, Shape> may) {
        Shape exact = may.get(path);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, Shape> one : may.entrySet()) {
            String to = one.getKey();
            if (to.endsWith(".**") && path.startsWith(to.substring(0, to.length() - 3))) {
                return one.getValue();
            }
        }
        return null;
    }
}
