package org.homeward.simulation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.node.exchange.Batch;
import org.homeward.node.exchange.ExchangeNode;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.exchange.Refusal;
import org.jspecify.annotations.Nullable;

/** Packages that are carried while the line is used too: they come late, twice, in another order, or never. */
final class Sticks {
    private static final Duration LATE = Duration.ofDays(2);

    /**
     * @param start index of the first accepted act on it
     * @param handedIn an act for the agency
     * @param receipts the agency's answers to acts of the recipient
     */
    private record Stick(
            String to,
            int start,
            Batch batch,
            @Nullable Envelope handedIn,
            List<Receipt> receipts,
            Instant made,
            Instant due) {}

    private final List<Stick> travelling = new ArrayList<>();
    private final Seeded random;
    private final SimClock clock;
    private final Counts counts;

    Sticks(Seeded random, SimClock clock, Counts counts) {
        this.random = random;
        this.clock = clock;
        this.counts = counts;
    }

    /** Makes one from what the node has now; a third of them take two days or more, an eighth never arrives. */
    void make(ExchangeNode from, String to, boolean toAgency) throws IOException {
        int start = toAgency
                ? 0
                : random.nextInt(4) == 0
                        ? 0
                        : random.nextInt(1 + from.envelopes().size());
        Batch batch = from.batch(start, 1 + random.nextInt(12));
        boolean agency = from.identity().id().equals("med");
        Instant made = clock.instant();
        Instant due = made.plus(
                random.oneIn(3) ? LATE.plusHours(random.nextInt(72)) : Duration.ofHours(1L + random.nextInt(24)));
        Stick stick = new Stick(
                to,
                start,
                batch,
                toAgency ? from.onItsWay().orElse(null) : null,
                agency ? from.receiptsFor(to) : List.of(),
                made,
                due);
        counts.add(Happening.STICK_MADE);
        if (random.oneIn(8)) {
            counts.add(Happening.STICK_LOST);
        } else {
            travelling.add(stick);
            if (random.oneIn(6)) {
                // The same stick is put in twice.
                travelling.add(stick);
            }
        }
    }

    /** A stick that has arrived for that node; empty when there is none. */
    Optional<Runnable> arrived(String to, ExchangeNode node) {
        for (Stick stick : travelling) {
            if (stick.to().equals(to) && !clock.instant().isBefore(stick.due())) {
                return Optional.of(() -> take(stick, node));
            }
        }
        return Optional.empty();
    }

    /** Takes it; when the node stops in the middle, the stick is still there and is put in again. */
    private void take(Stick stick, ExchangeNode node) {
        try {
            Envelope handedIn = stick.handedIn();
            if (handedIn != null) {
                node.receive(handedIn);
            } else if (!stick.to().equals("med")) {
                takeAtBureau(stick, node);
            }
            counts.add(Happening.STICK_TAKEN);
            if (!clock.instant().isBefore(stick.made().plus(LATE))) {
                counts.add(Happening.STICK_LATE);
            }
        } catch (IOException line) {
            // What was ready to be sealed meets a line that is away; the stick itself is taken.
        }
        travelling.remove(stick);
    }

    private void takeAtBureau(Stick stick, ExchangeNode node) throws IOException {
        if (!stick.batch().envelopes().isEmpty()) {
            Optional<Refusal> refusal = node.take(stick.start(), stick.batch());
            if (refusal.isPresent()) {
                if (refusal.get().code() != Refusal.Code.GAP) {
                    throw new Broken("an honest stick is taken, however late: "
                            + refusal.get().code());
                }
                counts.add(Happening.STICK_TOO_EARLY);
            }
        }
        for (Receipt receipt : stick.receipts()) {
            node.answered(receipt);
        }
        node.sealReady();
    }
}
