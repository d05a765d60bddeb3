package org.homeward.node.server;

import java.io.IOException;
import java.util.Optional;
import org.homeward.ledger.SignedNote;
import org.homeward.node.exchange.AgencyLink;
import org.homeward.node.exchange.Answer;
import org.homeward.node.exchange.Batch;
import org.homeward.node.exchange.LogLink;
import org.homeward.node.exchange.NotConnected;
import org.homeward.protocol.envelope.Envelope;

/** A bureau's way to its agency, for acts and for the joint log. */
interface AgencyLine extends AgencyLink, LogLink {
    /** Whether there is a line at all; without one, everything is carried as packages. */
    boolean isConnected();

    /** No line: packages only. */
    AgencyLine BY_HAND = new AgencyLine() {
        @Override
        public boolean isConnected() {
            return false;
        }

        @Override
        public Answer submit(Envelope envelope) throws IOException {
            throw new NotConnected();
        }

        @Override
        public Batch fetch(String caseId, int from) throws IOException {
            throw new NotConnected();
        }

        @Override
        public Optional<byte[]> offer(String caseId, long oldSize) throws IOException {
            throw new NotConnected();
        }

        @Override
        public void cosigned(String caseId, SignedNote note) throws IOException {
            throw new NotConnected();
        }

        @Override
        public Optional<SignedNote> cosignedCheckpoint(String caseId) throws IOException {
            throw new NotConnected();
        }
    };
}
