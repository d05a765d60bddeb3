package org.homeward.simulation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.homeward.node.exchange.AgencyLink;
import org.homeward.node.exchange.Answer;
import org.homeward.node.exchange.Batch;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.protocol.envelope.Envelope;
import org.jspecify.annotations.Nullable;

/** A bureau's line to the agency: it loses requests and answers, repeats, breaks for hours, and sometimes the agency lies. */
final class SimLine implements AgencyLink {
    private final Supplier<@Nullable ExchangeNode> agency;
    private final Seeded random;
    private final SimClock clock;
    private final Counts counts;
    private java.time.Instant cutUntil = java.time.Instant.MIN;
    private boolean lies;
    private boolean lied;

    SimLine(Supplier<@Nullable ExchangeNode> agency, Seeded random, SimClock clock, Counts counts) {
        this.counts = counts;
        this.agency = agency;
        this.random = random;
        this.clock = clock;
    }

    void cut(java.time.Duration time) {
        cutUntil = clock.instant().plus(time);
    }

    /** The next answers are those of an agency that reorders, repeats or leaves out. */
    void lie(boolean on) {
        lies = on;
        lied = lied && !on;
    }

    /** Whether an answer was a lie since lying was last switched on. */
    boolean lied() {
        return lied;
    }

    private ExchangeNode reach() throws IOException {
        ExchangeNode node = agency.get();
        if (node == null || clock.instant().isBefore(cutUntil) || random.oneIn(12)) {
            counts.add(Happening.REQUEST_LOST);
            throw new IOException("the agency cannot be reached");
        }
        return node;
    }

    @Override
    public Answer submit(Envelope envelope) throws IOException {
        ExchangeNode node = reach();
        Answer answer = receive(node, envelope);
        if (random.oneIn(8)) {
            // The network repeats what it carried.
            counts.add(Happening.MESSAGE_REPEATED);
            answer = receive(node, envelope);
        }
        if (random.oneIn(8)) {
            counts.add(Happening.ANSWER_LOST);
            throw new IOException("the answer is lost");
        }
        return answer;
    }

    private static Answer receive(ExchangeNode node, Envelope envelope) throws IOException {
        try {
            return node.receive(envelope);
        } catch (SimDisk.PowerCut cut) {
            throw new IOException("the agency stops in the middle", cut);
        }
    }

    @Override
    public Batch fetch(String caseId, int from) throws IOException {
        Batch honest = reach().batch(from, 1 + random.nextInt(4));
        if (!lies || honest.envelopes().isEmpty()) {
            return honest;
        }
        List<Envelope> twisted = new ArrayList<>(honest.envelopes());
        switch (random.nextInt(3)) {
            case 0 -> Collections.swap(twisted, 0, twisted.size() - 1);
            case 1 -> twisted.add(twisted.getFirst());
            default -> twisted.removeFirst();
        }
        lied |= !twisted.equals(honest.envelopes());
        return new Batch(twisted, honest.head());
    }
}
