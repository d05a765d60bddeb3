package org.homeward.talks.front;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An outcome as JSON: {@code {"size": "all", "days": "3"}}, each issue with one option. */
final class TextJson {
    private TextJson() {}

    static int[] read(byte[] bytes, Domain domain) throws UnreadableException {
        JsonNode tree = GeniusWebJson.tree(bytes);
        if (tree.get("issuevalues") instanceof JsonNode inner && inner.isObject()) {
            tree = inner;
        }
        int[] text = new int[domain.issues().size()];
        for (int i = 0; i < text.length; i++) {
            Issue issue = domain.issues().get(i);
            JsonNode option = tree.get(issue.name());
            text[i] = option == null || !option.isValueNode()
                    ? -1
                    : issue.options().indexOf(option.asString());
            if (text[i] < 0) {
                throw new UnreadableException("the text names no option of the issue '" + issue.name() + "'");
            }
        }
        for (Map.Entry<String, JsonNode> entry : tree.properties()) {
            if (domain.issues().stream().noneMatch(issue -> issue.name().equals(entry.getKey()))) {
                throw new UnreadableException("the text names an issue that the domain does not have");
            }
        }
        return text;
    }
}
