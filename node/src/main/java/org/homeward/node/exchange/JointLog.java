package org.homeward.node.exchange;

import java.io.IOException;
import org.homeward.protocol.envelope.JointEntry;

/** Where the agency puts every accepted act in order; returns when the entry is durable. */
public interface JointLog {
    /** @return the entry's index, from 0 */
    long append(JointEntry entry) throws IOException;

    /** Entries that are durable. */
    long size();

    /** The entry's bytes as appended. */
    byte[] entry(long index) throws IOException;
}
