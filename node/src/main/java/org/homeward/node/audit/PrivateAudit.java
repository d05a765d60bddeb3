package org.homeward.node.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.ledger.EntryCheck;
import org.homeward.ledger.LogVerifier;
import org.homeward.ledger.NoteVerifier;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.ledger.vault.Opening;
import org.homeward.node.store.PrivateActs;
import org.homeward.node.store.PrivateActs.PrivateAct;
import org.homeward.node.store.PrivateEntry;
import org.homeward.node.store.RowsCheck;
import org.homeward.node.store.Store;
import org.homeward.node.store.TakenIn;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * Compares the node's own log with its store: each entry with its act, each batch with its rows. It finds a row, a read or an act that
 * somebody changed, added or took out with another program, also after persons were erased. It changes nothing.
 */
public final class PrivateAudit {
    /**
     * What was found.
     *
     * @param entries of the log that were compared
     * @param behind acts of the store that the published log does not have yet
     * @param rows of the registers that were compared
     * @param erased of them, whose person was erased
     * @param wrong what does not hold, a sentence each; empty when everything does
     */
    public record Report(long entries, long behind, int rows, int erased, List<String> wrong) {
        public Report {
            wrong = List.copyOf(wrong);
        }
    }

    private PrivateAudit() {}

    /**
     * Audits.
     *
     * @param folder of the log
     * @param logKey of the log, from the node's identity
     * @param nodeKey with which the node signs each entry, as base64
     */
    public static Report run(Store store, Path folder, NoteVerifier logKey, String nodeKey) throws IOException {
        Entries entries = new Entries(store.privateActs(), nodeKey);
        Result<LogVerifier.Report> log =
                LogVerifier.verify(folder, List.of(logKey), Optional.empty(), Optional.empty(), entries);
        if (log instanceof Result.Refused<LogVerifier.Report>(Refusal refusal)) {
            return new Report(entries.seen, 0, 0, 0, List.of(refusal.sentence()));
        }
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        int erased = 0;
        long behind = 0;
        // What the log has not published yet is in the store all the same, and batches of it are no strangers.
        for (List<PrivateAct> next; !(next = store.privateActs().after(entries.seen + behind, 1_000)).isEmpty(); ) {
            behind += next.size();
            next.forEach(entries::follow);
        }
        RowsCheck check = store.rowsCheck();
        for (TakenIn said : entries.takenIn.values()) {
            RowsCheck.Found found = check.check(said, entries.wiped);
            rows += found.rows();
            erased += found.erased();
            wrong.addAll(found.wrong());
        }
        for (long batch : check.batches()) {
            if (!entries.takenIn.containsKey(batch)) {
                wrong.add("Batch " + batch + " is in the store, and the log does not say that it was taken in.");
            }
        }
        return new Report(entries.seen, behind, rows, erased, wrong);
    }

    /** Each entry against its act, in order. */
    private static final class Entries implements EntryCheck {
        private record Head(long sequence, String digest) {}

        private final PrivateActs acts;
        private final String nodeKey;
        private final Deque<PrivateAct> ahead = new ArrayDeque<>();
        private final Map<String, Head> heads = new HashMap<>();
        private final TreeMap<Long, TakenIn> takenIn = new TreeMap<>();
        private final Set<String> wiped = new HashSet<>();
        private long seen;

        Entries(PrivateActs acts, String nodeKey) {
            this.acts = acts;
            this.nodeKey = nodeKey;
        }

        @Override
        public Optional<Refusal> check(long index, byte[] bytes) {
            SignedEntry signed;
            try {
                signed = SignedEntry.parse(bytes);
            } catch (MalformedJsonException e) {
                return wrong(index, "is not an entry of a node's own log");
            }
            PrivateEntry entry = signed.act();
            if (entry.v() != PrivateEntry.VERSION || entry.number() != index + 1) {
                return wrong(index, "is of another version, or has another's number");
            }
            if (!SigningKey.verifies(nodeKey, entry.bytes(), signed.signature())) {
                return wrong(index, "is not signed by this node");
            }
            Head head = heads.getOrDefault(entry.actor(), new Head(0, PrivateActs.NONE));
            if (entry.sequence() != head.sequence() + 1 || !entry.previous().equals(head.digest())) {
                return wrong(index, "does not follow the one before of the same actor");
            }
            heads.put(entry.actor(), new Head(entry.sequence(), entry.digest()));
            if (ahead.isEmpty()) {
                ahead.addAll(acts.after(index, 1_000));
            }
            PrivateAct act = ahead.pollFirst();
            if (act == null || !act.entry().equals(entry)) {
                return wrong(index, "is not what the store says was done: the act there was changed or taken out");
            }
            if (!act.kind().equals(entry.kind()) || !act.actor().equals(entry.actor())) {
                return wrong(index, "names another kind of act or another actor than the store");
            }
            if (!opens(act)) {
                return wrong(index, "is about something else than the store says: the subject there was changed");
            }
            follow(act);
            seen = index + 1;
            return Optional.empty();
        }

        private static boolean opens(PrivateAct act) {
            try {
                byte[] salt = HexFormat.of().parseHex(act.salt());
                byte[] subject = act.subject().getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(new Opening(salt, subject).commitment().bytes())
                        .equals(act.entry().commitment());
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        /** What the acts together say of the batches that should be there. */
        private void follow(PrivateAct act) {
            switch (act.kind()) {
                case "register.taken-in" ->
                    TakenIn.parse(act.subject()).ifPresent(said -> takenIn.put(said.batch(), said));
                case "register.taken-back" ->
                    takenIn.remove(Long.parseLong(act.subject().replace("batch ", "")));
                case "register.wiped" ->
                    Arrays.stream(act.subject().split(" ")).skip(1).forEach(wiped::add);
                default -> {
                    // Nothing that the registers would show.
                }
            }
        }

        private static Optional<Refusal> wrong(long index, String what) {
            return Optional.of(new Refusal("audit.entry", "Entry " + index + " of the node's own log " + what + "."));
        }
    }
}
