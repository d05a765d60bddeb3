package org.homeward.talks.front;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Clauses as JSON: {@code {"clauses": [{"type": "IF", "when": {"size": "all"}, "then": {"ratio": ["none"]}}, {"type": "BAR", "of":
 * {...}}, {"type": "TOGETHER", "of": {...}}]}}; each member names an issue and one option or a list of them.
 */
final class ClausesJson {
    private ClausesJson() {}

    static Clauses read(byte[] bytes, Domain domain) throws UnreadableException {
        JsonNode list = GeniusWebJson.tree(bytes).get("clauses");
        if (list == null || !list.isArray()) {
            throw new UnreadableException("the file has no list 'clauses'");
        }
        List<Clauses.Clause> clauses = new ArrayList<>();
        for (JsonNode node : list) {
            String where = "clause " + (clauses.size() + 1);
            JsonNode type = node.get("type");
            String named = type == null || !type.isString() ? "" : type.stringValue();
            clauses.add(
                    switch (named) {
                        case "IF" ->
                            new Clauses.Clause.If(
                                    choices(node.get("when"), "when", where, domain),
                                    choices(node.get("then"), "then", where, domain));
                        case "BAR" -> new Clauses.Clause.Bar(choices(node.get("of"), "of", where, domain));
                        case "TOGETHER" -> new Clauses.Clause.Together(choices(node.get("of"), "of", where, domain));
                        default -> throw new UnreadableException(where + " has no type IF, BAR or TOGETHER");
                    });
        }
        return new Clauses(clauses);
    }

    private static List<Clauses.Choice> choices(@Nullable JsonNode node, String member, String where, Domain domain)
            throws UnreadableException {
        if (node == null || !node.isObject() || node.isEmpty()) {
            throw new UnreadableException(where + " has no '" + member + "' that names an issue and its options");
        }
        List<Clauses.Choice> choices = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            int issue = 0;
            while (issue < domain.issues().size()
                    && !domain.issues().get(issue).name().equals(entry.getKey())) {
                issue++;
            }
            if (issue == domain.issues().size()) {
                throw new UnreadableException(
                        where + " names the issue '" + entry.getKey() + "', which is not in the domain");
            }
            Set<Integer> options = new HashSet<>();
            List<JsonNode> named =
                    entry.getValue().isArray() ? entry.getValue().valueStream().toList() : List.of(entry.getValue());
            for (JsonNode option : named) {
                int number = option.isValueNode()
                        ? domain.issues().get(issue).options().indexOf(option.asString())
                        : -1;
                if (number < 0) {
                    throw new UnreadableException(
                            where + " names an option that the issue '" + entry.getKey() + "' does not have");
                }
                options.add(number);
            }
            choices.add(new Clauses.Choice(issue, options));
        }
        return choices;
    }
}
