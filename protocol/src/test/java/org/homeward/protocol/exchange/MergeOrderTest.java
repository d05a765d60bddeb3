package org.homeward.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.homeward.protocol.Actors;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.json.CanonicalJson;
import org.junit.jupiter.api.Test;

/** Envelopes of a whole case arrive in any order, some twice: whoever puts them in the agency's order has the same case. */
class MergeOrderTest {
    private static final int ORDERS = 10_000;

    private record Entry(int place, ActRecord act) {}

    @Test
    void tenThousandRandomArrivalsWithDuplicatesLeadToOneState() {
        Actors actors = new Actors();
        actors.walkAndAmend();
        List<Entry> entries = new ArrayList<>();
        Map<String, String> next = new HashMap<>();
        String chain = OrderHead.START;
        for (Envelope envelope : actors.sent) {
            entries.add(new Entry(entries.size(), actors.open(envelope, "aa")));
            chain = OrderHead.next(chain, envelope.digest());
            next.put(envelope.digest(), chain);
        }
        Set<String> hashes = new HashSet<>();
        Random random = new Random(20260205);
        for (int run = 0; run < ORDERS; run++) {
            hashes.add(hash(arrive(entries, random)));
        }
        assertThat(hashes).containsExactly(hash(actors.state));
        assertThat(next).hasSize(entries.size());
    }

    /** Acts wait until their place in the order has come; what is here already is refused as a duplicate. */
    private static CaseState arrive(List<Entry> entries, Random random) {
        List<Entry> arriving = new ArrayList<>(entries);
        for (int i = random.nextInt(entries.size()); i >= 0; i--) {
            arriving.add(entries.get(random.nextInt(entries.size())));
        }
        Collections.shuffle(arriving, random);
        CaseState state = CaseState.empty(Actors.CASE);
        Map<Integer, Entry> waiting = new HashMap<>();
        int place = 0;
        for (Entry entry : arriving) {
            if (entry.place() < place) {
                assertThat(CaseRules.decide(state, entry.act()).orElseThrow().code())
                        .isEqualTo(Refusal.Code.DUPLICATE);
                continue;
            }
            waiting.put(entry.place(), entry);
            for (Entry due = waiting.remove(place); due != null; due = waiting.remove(place)) {
                // Whether each counts was decided once for the sequence; an order of arrival cannot change it.
                state = CaseRules.evolve(state, due.act());
                place++;
            }
        }
        assertThat(place).isEqualTo(entries.size());
        return state;
    }

    private static String hash(CaseState state) {
        return Bytes.hex(Bytes.sha256(CanonicalJson.bytes(state)));
    }
}
