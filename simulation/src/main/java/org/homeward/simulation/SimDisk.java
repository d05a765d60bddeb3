package org.homeward.simulation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.node.exchange.JointLog;
import org.homeward.node.exchange.Journal;
import org.homeward.node.exchange.RefusedEnvelope;
import org.homeward.node.exchange.WaitingDraft;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.JointEntry;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.envelope.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * One node's journal and, for the agency, the joint log, on a disk that can stop between any two writes. What was written before
 * the stop is there after it.
 */
final class SimDisk implements Journal {
    /** The machine stops here; the node is gone until it is started again. */
    static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final List<Envelope> counted = new ArrayList<>();
    private final Map<String, WaitingDraft> drafts = new LinkedHashMap<>();
    private final List<byte[]> entries = new ArrayList<>();
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private final Map<String, RefusedEnvelope> refused = new LinkedHashMap<>();
    private @Nullable OrderHead order;
    private @Nullable Envelope prepared;
    private int writesUntilCut = -1;
    private boolean stopped;

    /** The power goes after that many more writes. */
    void cutAfter(int writes) {
        writesUntilCut = writes;
    }

    void powerOn() {
        writesUntilCut = -1;
        stopped = false;
    }

    /** Whether the power went during a write since it was last switched on. */
    boolean stopped() {
        return stopped;
    }

    private void write() {
        if (writesUntilCut == 0) {
            stopped = true;
            throw new PowerCut();
        }
        if (writesUntilCut > 0) {
            writesUntilCut--;
        }
    }

    @Override
    public int size() {
        return counted.size();
    }

    @Override
    public void prepare(Envelope envelope) {
        write();
        prepared = envelope;
    }

    @Override
    public void commit() throws IOException {
        write();
        if (prepared == null) {
            throw new IOException("nothing was prepared");
        }
        counted.add(prepared);
        prepared = null;
    }

    @Override
    public Optional<Envelope> prepared() {
        return Optional.ofNullable(prepared);
    }

    @Override
    public void keep(WaitingDraft draft) {
        write();
        drafts.put(draft.id(), draft);
    }

    @Override
    public void drop(String draftId) {
        write();
        drafts.remove(draftId);
    }

    @Override
    public List<WaitingDraft> drafts() {
        return List.copyOf(drafts.values());
    }

    @Override
    public List<Envelope> from(int index, int limit) {
        int end = limit > counted.size() - index ? counted.size() : index + limit;
        return index >= counted.size() ? List.of() : List.copyOf(counted.subList(index, end));
    }

    @Override
    public void keep(Receipt receipt) {
        write();
        receipts.put(receipt.envelope(), receipt);
    }

    @Override
    public Optional<Receipt> receipt(String digest) {
        return Optional.ofNullable(receipts.get(digest));
    }

    @Override
    public void keep(OrderHead head) {
        write();
        order = head;
    }

    @Override
    public Optional<OrderHead> order() {
        return Optional.ofNullable(order);
    }

    @Override
    public void note(RefusedEnvelope one) {
        write();
        refused.putIfAbsent(one.code() + one.digest(), one);
    }

    @Override
    public List<RefusedEnvelope> refused() {
        return List.copyOf(refused.values());
    }

    /** The joint log on the same disk. */
    JointLog jointLog() {
        return new JointLog() {
            @Override
            public long append(JointEntry entry) {
                write();
                entries.add(entry.bytes());
                return entries.size() - 1L;
            }

            @Override
            public long size() {
                return entries.size();
            }

            @Override
            public byte[] entry(long index) {
                return entries.get((int) index).clone();
            }
        };
    }
}
