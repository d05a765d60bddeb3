package org.homeward.node.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the node's own log says of a batch that was taken in.
 *
 * @param sha256 digest of the file, in hex
 * @param rowsDigest of the commitments to its rows ({@link RowsDigest})
 */
public record TakenIn(long batch, Registers.Kind kind, int rows, String sha256, String rowsDigest) {
    private static final Pattern TEXT =
            Pattern.compile("batch (\\d{1,18}) (HELD|SOUGHT) (\\d{1,9}) rows, file (\\S+), commitments ([0-9a-f]{64})");

    String text() {
        return "batch " + batch + " " + kind + " " + rows + " rows, file " + sha256 + ", commitments " + rowsDigest;
    }

    /** Reads the subject of such an act; empty where it is another's. */
    public static Optional<TakenIn> parse(String subject) {
        Matcher matcher = TEXT.matcher(subject);
        return matcher.matches()
                ? Optional.of(new TakenIn(
                        Long.parseLong(matcher.group(1)),
                        Registers.Kind.valueOf(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)),
                        matcher.group(4),
                        matcher.group(5)))
                : Optional.empty();
    }
}
