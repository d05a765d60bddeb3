package org.homeward.node.desk;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.homeward.protocol.exchange.CaseState;

/**
 * The people of this node's register who are on a live list, over all its cases: one name is on one live list at a time. Whoever is live in
 * one case shows in another as "not available", which is one of several equal codes and no reason. Safe for threads; a desk holds
 * its lock while it answers, so that two cases that are answered at once cannot both show a person.
 */
public final class LiveNames {
    private final List<ExchangeDesk> desks = new CopyOnWriteArrayList<>();

    void add(ExchangeDesk desk) {
        desks.add(desk);
    }

    /** Every case of this node, as it stands. */
    List<CaseState> cases() {
        return desks.stream().map(ExchangeDesk::state).toList();
    }

    /** Ids of the rows that are live at any desk but this one. */
    Set<String> elsewhere(ExchangeDesk asking) throws IOException {
        Set<String> rows = new HashSet<>();
        for (ExchangeDesk desk : desks) {
            if (desk != asking) {
                rows.addAll(desk.liveRows());
            }
        }
        return rows;
    }
}
