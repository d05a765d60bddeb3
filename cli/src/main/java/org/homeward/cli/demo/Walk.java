package org.homeward.cli.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.json.CanonicalJson;
import tools.jackson.databind.JsonNode;

/**
 * Carries one case from enrolment to the signed agreement, as diligent people at three nodes would: each does what its own node
 * says is open to it. Begun anywhere, it goes on from there.
 */
final class Walk {
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("NONE", "enrolled at all three nodes"),
            Map.entry("OPENED", "the mediator opened the case"),
            Map.entry("TERMS_PROPOSED", "terms are on the table"),
            Map.entry("TERMS_SIGNED", "terms signed by all three"),
            Map.entry("LISTS_SEALED", "both sought lists sealed, neither shown"),
            Map.entry("LISTS_REVEALED", "both lists opened, each as it was sealed"),
            Map.entry("LINES_ANSWERED", "every line answered by its holder with a reason code"),
            Map.entry("LINKS_CONFIRMED", "links confirmed by two people of the owning side"),
            Map.entry("LINKS_ACKNOWLEDGED", "confirmed links acknowledged by the holder"),
            Map.entry("LOTTERY_SEALED", "three lottery numbers sealed"),
            Map.entry("LOTTERY_DRAWN", "three lottery numbers shown"),
            Map.entry("PROPOSED", "balanced lists proposed under the terms"),
            Map.entry("FROZEN", "lists checked and frozen by all three"),
            Map.entry("AGREED", "agreement signed by all three"));

    private final List<NodeClient> nodes;
    private final String caseId;
    private final byte[] terms;
    private final Progress progress;

    /** The agency first. */
    Walk(List<NodeClient> nodes, String caseId, byte[] terms, Progress progress) {
        this.nodes = List.copyOf(nodes);
        this.caseId = caseId;
        this.terms = terms.clone();
        this.progress = progress;
    }

    void enrol() throws IOException {
        List<Participants.Participant> cards = new ArrayList<>();
        for (NodeClient node : nodes) {
            cards.add(node.enrolment(caseId));
        }
        Participants participants = new Participants(cards.getFirst(), cards.subList(1, 3));
        for (NodeClient node : nodes) {
            node.enrol(caseId, CanonicalJson.bytes(participants));
        }
    }

    /** Goes on until the case is agreed at every node and all its acts are co-signed. */
    void run() throws IOException {
        String phase = "";
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 200; round++) {
                List<JsonNode> views = each(people, this::look);
                String now = views.getFirst().get("phase").stringValue();
                if (!now.equals(phase)) {
                    phase = now;
                    progress.step(SAID.getOrDefault(phase, phase), figures(phase, views.getFirst()));
                }
                if (views.stream().allMatch(this::isDone)) {
                    return;
                }
                List<Boolean> acted = each(people, this::act);
                if (acted.stream().noneMatch(a -> a)
                        && views.stream()
                                .allMatch(v -> v.get("phase").stringValue().equals(now))
                        && !now.equals("AGREED")) {
                    throw new NodeClient.Unfulfilled("Nothing is open to anybody while the case is at " + now + ".");
                }
            }
        }
        throw new NodeClient.Unfulfilled("The case does not come to an end.");
    }

    private JsonNode look(NodeClient node) throws IOException {
        return node.synchronise(caseId);
    }

    private boolean isDone(JsonNode view) {
        return view.get("phase").stringValue().equals("AGREED")
                && view.get("effective").intValue() == view.get("acts").intValue();
    }

    private boolean act(NodeClient node) throws IOException {
        JsonNode view = node.synchronise(caseId);
        String phase = view.get("phase").stringValue();
        for (JsonNode open : view.get("open")) {
            String step = open.stringValue();
            // Terms and lists can be proposed anew; whoever is content with them does not.
            if (step.equals("PROPOSE_TERMS") && phase.equals("OPENED")) {
                node.propose(caseId, terms);
                return true;
            }
            if (!step.equals("PROPOSE_TERMS") && !(step.equals("PROPOSE_LISTS") && phase.equals("PROPOSED"))) {
                node.step(caseId, step);
                return true;
            }
        }
        return false;
    }

    private interface Work<T> {
        T of(NodeClient node) throws IOException;
    }

    /** The same at all three nodes at once, as three delegations would. */
    private <T> List<T> each(ExecutorService people, Work<T> work) throws IOException {
        List<Future<T>> all = new ArrayList<>();
        for (NodeClient node : nodes) {
            all.add(people.submit(() -> work.of(node)));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> one : all) {
            try {
                results.add(one.get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException io) {
                    throw io;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        return results;
    }

    private static String figures(String phase, JsonNode view) {
        StringBuilder text = new StringBuilder();
        view.get("lists").properties().forEach(list -> {
            JsonNode f = list.getValue();
            String said = switch (phase) {
                case "LISTS_SEALED", "LISTS_REVEALED" -> f.get("sealed").intValue() + " lines";
                case "LINES_ANSWERED" -> replies(f.get("replies"));
                case "LINKS_CONFIRMED" -> f.get("confirmed").intValue() + " links";
                case "LINKS_ACKNOWLEDGED" -> f.get("acknowledged").intValue() + " people";
                case "PROPOSED", "AGREED" -> replies(f.get("returning"));
                default -> "";
            };
            if (!said.isEmpty()) {
                text.append(text.isEmpty() ? "" : "; ")
                        .append(list.getKey())
                        .append(": ")
                        .append(said);
            }
        });
        return text.toString();
    }

    private static String replies(JsonNode counts) {
        StringBuilder text = new StringBuilder();
        counts.properties()
                .forEach(c -> text.append(text.isEmpty() ? "" : ", ")
                        .append(c.getValue().intValue())
                        .append(' ')
                        .append(c.getKey().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')));
        return text.toString();
    }
}
