package org.homeward.talks.front;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GeniusWeb's {@code LinearAdditiveUtilitySpace} and domain (GeniusWeb 2.x, packages {@code profile.utilityspace} and {@code
 * issuevalue}), with the spellings that its versions used, NegMAS's {@code reserved_value}, and the short form of NegoLog: {@code
 * issues} as option to worth. A numeric issue is worth exactly what lies on the line; GeniusWeb itself rounds it to eight places.
 */
final class GeniusWebJson {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(400)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String SPACE = "LinearAdditiveUtilitySpace";

    private GeniusWebJson() {}

    static JsonNode tree(byte[] bytes) throws UnreadableException {
        JsonNode tree;
        try {
            tree = JSON.readTree(bytes);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new UnreadableException(
                    at == null
                            ? "the file is not JSON"
                            : "the file is not JSON at line " + at.getLineNr() + ", column " + at.getColumnNr());
        } catch (NumberFormatException e) {
            // Jackson lets this one through for an exponent beyond its own limits.
            throw new UnreadableException("the file has a number that is too large or too small to be meant");
        }
        if (tree == null || !tree.isObject()) {
            throw new UnreadableException("the file holds no JSON object");
        }
        return tree;
    }

    static Domain domain(byte[] bytes) throws UnreadableException {
        return domain(tree(bytes));
    }

    private static Domain domain(JsonNode tree) throws UnreadableException {
        JsonNode space = tree.get(SPACE);
        if (space != null) {
            tree = space;
        }
        if (tree.get("domain") instanceof JsonNode inner && inner.isObject()) {
            tree = inner;
        }
        JsonNode issues = first(tree, "issuesValues", "issueValues", "issues");
        if (issues == null && tree.isObject() && !tree.isEmpty() && all(tree, JsonNode::isArray)) {
            issues = tree; // the short form: issue to list of options
        }
        if (issues == null || !issues.isObject()) {
            throw new UnreadableException("the domain has no 'issuesValues', the issues with their options");
        }
        List<Issue> read = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : issues.properties()) {
            read.add(PreferenceFiles.issue(entry.getKey(), read.size(), options(entry.getKey(), entry.getValue())));
        }
        return PreferenceFiles.domain(text(tree.get("name"), "domain"), read);
    }

    private static List<String> options(String issue, JsonNode set) throws UnreadableException {
        if (set.isObject()
                && set.size() == 1
                && set.properties().iterator().next().getValue().isObject()) {
            set = set.properties().iterator().next().getValue(); // {"DiscreteValueSet": {"values": ...}}
        }
        JsonNode values = set.isArray() ? set : set.get("values");
        if (values != null && values.isArray()) {
            List<String> options = new ArrayList<>();
            for (JsonNode value : values) {
                if (!value.isValueNode() || value.isNull()) {
                    throw new UnreadableException("issue '" + issue + "' has an option that is no text or number");
                }
                options.add(value.asString());
            }
            return options;
        }
        JsonNode range = set.get("range");
        if (range != null && range.isArray() && range.size() == 3) {
            String what = "the range of issue '" + issue + "'";
            return PreferenceFiles.grid(
                    issue, number(range.get(0), what), number(range.get(1), what), number(range.get(2), what));
        }
        if (set.isObject() && !set.isEmpty() && all(set, JsonNode::isNumber)) {
            return new ArrayList<>(set.propertyNames()); // the short form of a profile: option to worth
        }
        throw new UnreadableException("issue '" + issue + "' has neither 'values' nor a 'range' of low, high and step");
    }

    static ProfileFile profile(byte[] bytes) throws UnreadableException {
        JsonNode tree = tree(bytes);
        JsonNode space = tree.get(SPACE);
        if (space == null && first(tree, "issueUtilities", "issues") == null && tree.size() == 1) {
            throw new UnreadableException("the profile is a '"
                    + tree.propertyNames().iterator().next() + "'; only linear additive profiles can be read");
        }
        JsonNode body = space == null ? tree : space;
        JsonNode utilities = first(body, "issueUtilities", "issues");
        JsonNode weights = body.get("issueWeights");
        if (utilities == null || !utilities.isObject() || weights == null || !weights.isObject()) {
            throw new UnreadableException("the profile has no 'issueUtilities' with 'issueWeights'");
        }
        List<ProfileFile.Wish> wishes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : utilities.properties()) {
            String issue = entry.getKey();
            JsonNode weight = weights.get(issue);
            if (weight == null) {
                throw new UnreadableException("issue '" + issue + "' has no weight");
            }
            wishes.add(new ProfileFile.Wish(
                    issue, -1, number(weight, "the weight of '" + issue + "'"), valuation(issue, entry.getValue())));
        }
        JsonNode value = first(body, "reserved_value", "reservationValue", "reservation");
        JsonNode discount = first(body, "discount_factor", "discountFactor");
        boolean holdsDomain = body.get("domain") != null
                || (space == null && body.get("issueUtilities") == null && utilities == body.get("issues"));
        return new ProfileFile(
                text(body.get("name"), "profile"),
                holdsDomain ? domain(tree) : null,
                wishes,
                value == null ? null : number(value, "the reservation"),
                bid(body.get("reservationBid")),
                discount == null ? Fraction.ONE : number(discount, "the discount factor"),
                notes);
    }

    private static Valuation valuation(String issue, JsonNode set) throws UnreadableException {
        JsonNode table = first(set, "discreteutils", "DiscreteValueSetUtilities");
        JsonNode line = first(set, "numberutils", "NumberValueSetUtilities");
        if (line != null) {
            String what = "the line of issue '" + issue + "'";
            Fraction low = number(line.get("lowValue"), what);
            Fraction high = number(line.get("highValue"), what);
            Fraction atLow = number(line.get("lowUtility"), what);
            Fraction atHigh = number(line.get("highUtility"), what);
            if (high.compareTo(low) <= 0) {
                throw new UnreadableException(what + " does not rise from 'lowValue' to 'highValue'");
            }
            Fraction slope = atHigh.minus(atLow).over(high.minus(low));
            return new Valuation.Line(x -> x.compareTo(low) < 0 || x.compareTo(high) > 0
                    ? Fraction.ZERO
                    : atLow.plus(slope.times(x.minus(low))));
        }
        JsonNode values =
                table == null ? set : table.get("valueUtilities") == null ? table : table.get("valueUtilities");
        values = values.get("valueUtilities") == null ? values : values.get("valueUtilities");
        if (!values.isObject()) {
            throw new UnreadableException("issue '" + issue + "' has neither 'discreteutils' nor 'numberutils'");
        }
        Map<String, Fraction> worth = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            worth.put(entry.getKey(), number(entry.getValue(), "the worth of an option of '" + issue + "'"));
        }
        return new Valuation.Table(worth);
    }

    private static Map<String, String> bid(@Nullable JsonNode bid) {
        Map<String, String> options = new LinkedHashMap<>();
        JsonNode values = bid == null ? null : first(bid, "issuevalues", "issueValues");
        if (values != null && values.isObject()) {
            values.properties()
                    .forEach(entry -> options.put(
                            entry.getKey(),
                            entry.getValue().isValueNode() ? entry.getValue().asString() : ""));
        }
        return options;
    }

    private static @Nullable JsonNode first(JsonNode tree, String... names) {
        for (String name : names) {
            JsonNode found = tree.get(name);
            if (found != null && !found.isNull()) {
                return found;
            }
        }
        return null;
    }

    private static boolean all(JsonNode tree, Predicate<JsonNode> test) {
        return tree.properties().stream().map(Map.Entry::getValue).allMatch(test);
    }

    private static Fraction number(@Nullable JsonNode node, String what) throws UnreadableException {
        if (node == null || !(node.isNumber() || node.isString())) {
            throw new UnreadableException(what + " is not a number");
        }
        return PreferenceFiles.number(node.asString(), what);
    }

    private static String text(@Nullable JsonNode node, String otherwise) {
        return node != null && node.isString() && !node.stringValue().isBlank() ? node.stringValue() : otherwise;
    }
}
