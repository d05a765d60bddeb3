package org.homeward.node.agreed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.node.agreed.AgreedView.Person;
import org.homeward.protocol.exchange.Act.ListedPerson;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.protocol.exchange.CaseState;

/**
 * For whom a side signed in one handover, and what was said of it since.
 *
 * @param party the name of the side that signed
 * @param standing of whom nobody says anything else
 * @param doubtedHere of whom this side says that they did not come
 * @param doubtedThere of whom the other side says so; this side may agree
 */
public record ReceiptView(
        String handover, String party, List<Person> standing, List<Person> doubtedHere, List<Person> doubtedThere) {

    static List<ReceiptView> of(CaseState state, Agreement inForce, Map<String, String> names, String self) {
        List<ReceiptView> receipts = new ArrayList<>();
        new TreeMap<>(state.received()).forEach((party, handovers) -> {
            Map<String, String> doubted = state.doubted().getOrDefault(party, Map.of());
            Map<String, ReceiptView> byHandover = new TreeMap<>();
            for (ListedPerson p : inForce.proposal().returning().getOrDefault(party, List.of())) {
                String handover = handovers.get(p.token());
                if (handover != null) {
                    ReceiptView receipt = byHandover.computeIfAbsent(
                            handover,
                            h -> new ReceiptView(
                                    h,
                                    names.getOrDefault(party, party),
                                    new ArrayList<>(),
                                    new ArrayList<>(),
                                    new ArrayList<>()));
                    String by = doubted.get(p.token());
                    (by == null ? receipt.standing : by.equals(self) ? receipt.doubtedHere : receipt.doubtedThere)
                            .add(new Person(p.line(), p.number(), p.name(), p.category()));
                }
            }
            receipts.addAll(byHandover.values());
        });
        return receipts;
    }
}
