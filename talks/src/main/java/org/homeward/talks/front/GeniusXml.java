package org.homeward.talks.front;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GENIUS domains and linear additive utility spaces, as GENIUS 8 to 10 reads them ({@code genius.core.utility}): a discrete value
 * is worth its evaluation divided by the largest evaluation of the issue; an integer {@code offset + slope * (value - lowerbound)},
 * a real {@code parameter0 + parameter1 * value}, both cut to 0 to 1; a real issue is looked at in 21 steps, as GENIUS does.
 *
 * <p>Unlike GENIUS, a sum above 1 (weights that add up to more) is not cut to 1: that would make unequal outcomes equal.
 */
final class GeniusXml {
    private static final int REAL_STEPS = 21;
    /** {@code EvaluatorDiscrete.normalize}: below it GENIUS takes all values of the issue as worthless. */
    private static final Fraction LEAST_MAXIMUM = Fraction.parse("0.00001");

    private GeniusXml() {}

    static Domain domain(byte[] bytes) throws UnreadableException {
        XmlTree root = XmlTree.read(bytes);
        List<Issue> issues = new ArrayList<>();
        for (XmlTree issue : root.all("issue")) {
            issues.add(PreferenceFiles.issue(name(issue), index(issue), options(issue)));
        }
        if (issues.isEmpty()) {
            throw new UnreadableException("the file is XML but has no 'issue'; it is no GENIUS domain");
        }
        List<XmlTree> objectives = root.all("objective");
        String name = objectives.isEmpty() ? null : objectives.getFirst().attribute("name");
        return PreferenceFiles.domain(name == null || name.isBlank() ? "domain" : name, issues);
    }

    private static List<String> options(XmlTree issue) throws UnreadableException {
        List<XmlTree> items = issue.children("item");
        if (!items.isEmpty()) {
            List<String> options = new ArrayList<>();
            for (XmlTree item : items) {
                options.add(value(issue, item));
            }
            return options;
        }
        Fraction low = bound(issue, "lowerbound");
        Fraction high = bound(issue, "upperbound");
        return switch (type(issue)) {
            case "integer" -> PreferenceFiles.grid(name(issue), low, high, Fraction.ONE);
            case "real" -> {
                Fraction step = high.minus(low).over(Fraction.of(REAL_STEPS - 1));
                yield low.equals(high)
                        ? List.of(PreferenceFiles.decimal(low))
                        : PreferenceFiles.grid(name(issue), low, high, step);
            }
            default ->
                throw new UnreadableException("issue '" + name(issue) + "' is of type '" + type(issue)
                        + "'; discrete, integer and real can be read");
        };
    }

    static ProfileFile profile(byte[] bytes) throws UnreadableException {
        XmlTree root = XmlTree.read(bytes);
        if (!root.all("hyperRectangle").isEmpty() || !root.all("ufun").isEmpty()) {
            throw new UnreadableException(
                    "the profile is nonlinear (it has constraints over several issues); only linear additive ones can be read");
        }
        List<ProfileFile.Wish> wishes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        wishes(root, wishes, notes);
        if (wishes.isEmpty()) {
            throw new UnreadableException("the file is XML but has no 'issue' with a weight; it is no GENIUS profile");
        }
        List<XmlTree> objectives = root.all("objective");
        String name = objectives.isEmpty() ? null : objectives.getFirst().attribute("name");
        return new ProfileFile(
                name == null || name.isBlank() ? "profile" : name,
                null,
                wishes,
                setting(root, "reservation", Fraction.ZERO),
                Map.of(),
                setting(root, "discount_factor", Fraction.ONE),
                notes);
    }

    /** Indices are unique in a file, and weights count alone: GENIUS does not multiply them up a tree of objectives. */
    private static void wishes(XmlTree root, List<ProfileFile.Wish> wishes, List<String> notes)
            throws UnreadableException {
        Map<Integer, Fraction> weights = new LinkedHashMap<>();
        for (XmlTree weight : root.all("weight")) {
            String value = weight.attribute("value");
            weights.put(index(weight), PreferenceFiles.number(value == null ? "" : value, "a weight"));
        }
        for (XmlTree issue : root.all("issue")) {
            Fraction weight = weights.get(index(issue));
            if (weight == null) {
                throw new UnreadableException("issue '" + name(issue) + "' has no weight");
            }
            wishes.add(new ProfileFile.Wish(name(issue), index(issue), weight, valuation(issue, notes)));
        }
    }

    private static Valuation valuation(XmlTree issue, List<String> notes) throws UnreadableException {
        List<XmlTree> items = issue.children("item");
        if (items.isEmpty()) {
            return new Valuation.Line(GeniusLines.line(issue));
        }
        Map<String, Fraction> evaluations = new LinkedHashMap<>();
        Fraction most = null;
        for (XmlTree item : items) {
            String text = item.attribute("evaluation");
            if (text == null || text.equals("null")) {
                continue; // the binding says that it counts 0
            }
            Fraction evaluation = PreferenceFiles.number(text, "an evaluation of issue '" + name(issue) + "'");
            if (evaluations.put(value(issue, item), evaluation) != null) {
                throw new UnreadableException("issue '" + name(issue) + "' has the same option twice");
            }
            most = most == null || evaluation.compareTo(most) > 0 ? evaluation : most;
        }
        if (most == null || most.compareTo(LEAST_MAXIMUM) < 0) {
            notes.add("no option of '" + name(issue) + "' has a positive evaluation; all count 0");
            evaluations.replaceAll((option, evaluation) -> Fraction.ZERO);
            return new Valuation.Table(evaluations);
        }
        Fraction largest = most;
        evaluations.replaceAll((option, evaluation) -> evaluation.over(largest));
        return new Valuation.Table(evaluations);
    }

    private static Fraction setting(XmlTree root, String element, Fraction otherwise) throws UnreadableException {
        List<XmlTree> found = root.all(element);
        String value = found.isEmpty() ? null : found.getFirst().attribute("value");
        return value == null ? otherwise : PreferenceFiles.number(value, "the " + element.replace('_', ' '));
    }

    static String name(XmlTree issue) throws UnreadableException {
        String name = issue.attribute("name");
        if (name == null || name.isBlank()) {
            throw new UnreadableException("an issue has no name");
        }
        return name;
    }

    private static String value(XmlTree issue, XmlTree item) throws UnreadableException {
        String value = item.attribute("value");
        if (value == null) {
            throw new UnreadableException("issue '" + name(issue) + "' has an item without a value");
        }
        return value;
    }

    private static int index(XmlTree element) throws UnreadableException {
        String index = element.attribute("index");
        try {
            return Integer.parseInt(index == null ? "" : index.strip());
        } catch (NumberFormatException e) {
            throw new UnreadableException("the '" + element.name() + "' "
                    + (element.attribute("name") == null ? "" : "'" + element.attribute("name") + "' ")
                    + "has no index that is a whole number");
        }
    }

    /** Discrete is what an issue without a type is, as in the oldest files. */
    static String type(XmlTree issue) {
        for (String attribute : new String[] {"type", "etype", "vtype"}) {
            String type = issue.attribute(attribute);
            if (type != null) {
                return type.toLowerCase(Locale.ROOT);
            }
        }
        return "discrete";
    }

    /** On the issue itself, or in a {@code range} inside it, as older files have it. */
    static Fraction bound(XmlTree issue, String which) throws UnreadableException {
        @Nullable String text = issue.attribute(which);
        for (XmlTree range : issue.children("range")) {
            text = text == null ? range.attribute(which) : text;
        }
        if (text == null) {
            throw new UnreadableException("issue '" + name(issue) + "' has neither items nor a range");
        }
        return PreferenceFiles.number(text, "the " + which + " of issue '" + name(issue) + "'");
    }
}
