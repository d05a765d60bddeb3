package org.homeward.talks.front;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The functions by which GENIUS values numbers ({@code EvaluatorInteger}, {@code EvaluatorReal}, {@code EVALFUNCTYPE}). */
final class GeniusLines {
    private GeniusLines() {}

    static Function<Fraction, Fraction> line(XmlTree issue) throws UnreadableException {
        List<XmlTree> evaluators = issue.children("evaluator");
        if (evaluators.isEmpty()) {
            throw new UnreadableException(
                    "issue '" + GeniusXml.name(issue) + "' has neither items nor an evaluator that can be read");
        }
        XmlTree evaluator = evaluators.getFirst();
        String given = evaluator.attribute("ftype");
        String function = given == null ? "linear" : given.toLowerCase(Locale.ROOT);
        boolean integer = GeniusXml.type(issue).equals("integer");
        if (!integer && !GeniusXml.type(issue).equals("real")) {
            throw new UnreadableException("issue '" + GeniusXml.name(issue) + "' is of type '" + GeniusXml.type(issue)
                    + "'; discrete, integer and real can be read");
        }
        return switch (function) {
            case "linear" -> {
                // Integers start at the lower bound, reals at zero; older files name slope and offset as reals do.
                Fraction start = integer ? GeniusXml.bound(issue, "lowerbound") : Fraction.ZERO;
                Fraction slope = parameter(issue, evaluator, "slope", "parameter1");
                Fraction offset = parameter(issue, evaluator, "offset", "parameter0");
                UnaryOperator<Fraction> line = x -> offset.plus(slope.times(x.minus(start)));
                yield x -> line.apply(x).clamped();
            }
            case "constant" -> {
                Fraction constant = parameter(issue, evaluator, "offset", "parameter0");
                yield x -> constant;
            }
            case "triangular" -> {
                Fraction low = parameter(issue, evaluator, "parameter0", "lowerbound");
                Fraction high = parameter(issue, evaluator, "parameter1", "upperbound");
                Fraction top = parameter(issue, evaluator, "parameter2", "top");
                yield x -> triangle(x, low, high, top);
            }
            default ->
                throw new UnreadableException("issue '" + GeniusXml.name(issue) + "' is valued by '" + function
                        + "'; linear, constant and triangular can be read");
        };
    }

    private static Fraction triangle(Fraction x, Fraction low, Fraction high, Fraction top) {
        if (x.compareTo(low) < 0 || x.compareTo(high) >= 0) {
            // A top at the upper end is reached only there.
            return x.equals(top) && top.equals(high) ? Fraction.ONE : Fraction.ZERO;
        }
        if (x.compareTo(top) < 0) {
            return x.minus(low).over(top.minus(low));
        }
        return Fraction.ONE.minus(x.minus(top).over(high.minus(top)));
    }

    private static Fraction parameter(XmlTree issue, XmlTree evaluator, String name, String olderName)
            throws UnreadableException {
        String text = evaluator.attribute(name);
        text = text == null ? evaluator.attribute(olderName) : text;
        if (text == null) {
            throw new UnreadableException(
                    "the evaluator of issue '" + GeniusXml.name(issue) + "' has no '" + name + "'");
        }
        return PreferenceFiles.number(text, "'" + name + "' of issue '" + GeniusXml.name(issue) + "'");
    }
}
