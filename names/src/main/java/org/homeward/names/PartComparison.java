package org.homeward.names;

import java.util.List;

/**
 * How two parts of names compare, and why.
 *
 * @param left as written
 * @param right as written
 * @param level how far they agree
 * @param evidence nats for (above zero) or against one name in two spellings, from the learned edit costs
 * @param share of the evidence that perfect agreement would have given: 1 is as good as can be; below zero speaks against
 * @param alignment which letters were read as which, with their costs in nats; empty where no learned costs are for the scripts
 * @param romanisation the table by which one is exactly the other in Latin letters; empty where none is
 * @param slip what would have made two names of one, such as {@code a slip: another vowel}; empty where too many slips would be needed
 */
public record PartComparison(
        String left,
        String right,
        NameLevel level,
        double evidence,
        double share,
        List<EditModel.Step> alignment,
        String romanisation,
        String slip) {
    public PartComparison {
        alignment = List.copyOf(alignment);
    }

    /** One sentence a clerk can read: the level, the table if there is one, and the letters that were dear. */
    public String words() {
        boolean initial = isInitial(left) || isInitial(right);
        if (initial) {
            return left + " / " + right + ": the initial "
                    + (level == NameLevel.DIFFERENT ? "does not agree" : "agrees");
        }
        StringBuilder out = new StringBuilder(80);
        out.append(left).append(" / ").append(right).append(": ").append(level.words());
        if (!slip.isEmpty()) {
            out.append(", or one with ").append(slip);
        }
        if (!romanisation.isEmpty()) {
            out.append(", by ").append(romanisation);
        }
        // Letters explain a spelling; that Микола is Николай is knowledge of names, and its letters would only confuse.
        boolean spelling = level == NameLevel.SOUND && romanisation.isEmpty()
                || level == NameLevel.NEAR
                || level == NameLevel.LOOSE;
        if (spelling && !alignment.isEmpty()) {
            out.append(" (").append(Math.round(100 * Math.max(0, share))).append("% of full agreement");
            String before = "; unusual: ";
            for (EditModel.Step step : alignment) {
                if (step.cost() >= DEAR) {
                    long tenths = Math.round(step.cost() * 10);
                    out.append(before).append(shown(step.left())).append('>').append(shown(step.right()));
                    out.append(' ').append(tenths / 10).append('.').append(tenths % 10);
                    before = ", ";
                }
            }
            out.append(')');
        }
        return out.toString();
    }

    /** A unit dearer than this, in nats, is a spelling that one in some thousands has. */
    private static final double DEAR = 8;

    private static boolean isInitial(String text) {
        return Tokens.of(text).isInitial();
    }

    private static String shown(String letters) {
        return letters.isEmpty() ? "nothing" : letters;
    }
}
