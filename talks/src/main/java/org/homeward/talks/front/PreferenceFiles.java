package org.homeward.talks.front;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Domains and profiles in the formats that negotiation research has files in: GeniusWeb JSON, GENIUS XML, and the short JSON that
 * people write by hand. Nothing outside the bytes is read: no document type, no entity, no address.
 */
public final class PreferenceFiles {
    /** Larger domains than any that is public. */
    public static final int MOST_BYTES = 64 << 20;

    /** A numeric issue with more options than this is no list to choose from. */
    static final int MOST_OPTIONS = 1_000_000;

    private PreferenceFiles() {}

    /** The issues of a domain file; a profile that holds its domain will do. */
    public static Read<Domain> domain(byte[] bytes) {
        return reading(bytes, () -> xml(bytes) ? GeniusXml.domain(bytes) : GeniusWebJson.domain(bytes));
    }

    /** The preferences of a profile file. */
    public static Read<ProfileFile> profile(byte[] bytes) {
        return reading(bytes, () -> xml(bytes) ? GeniusXml.profile(bytes) : GeniusWebJson.profile(bytes));
    }

    /** Clauses between the issues of a domain; docs/talks.md has the format. */
    public static Read<Clauses> clauses(byte[] bytes, Domain domain) {
        return reading(bytes, () -> ClausesJson.read(bytes, domain));
    }

    /** An outcome: each issue with one of its options; the numbers of the options are returned. */
    public static Read<int[]> text(byte[] bytes, Domain domain) {
        return reading(bytes, () -> TextJson.read(bytes, domain));
    }

    private interface Reader<T> {
        T read() throws UnreadableException;
    }

    private static <T> Read<T> reading(byte[] bytes, Reader<T> reader) {
        if (bytes.length == 0) {
            return new Read.Bad<>("the file is empty");
        }
        if (bytes.length > MOST_BYTES) {
            return new Read.Bad<>("the file has over " + (MOST_BYTES >> 20) + " MiB; no domain is that large");
        }
        try {
            return new Read.Ok<>(reader.read());
        } catch (UnreadableException e) {
            return new Read.Bad<>(String.valueOf(e.getMessage()));
        }
    }

    /** Whether the first sign, after a mark of byte order, opens a tag; UTF-16 has a zero before or after it. */
    private static boolean xml(byte[] bytes) {
        for (byte b : bytes) {
            int sign = b & 0xff;
            if (sign == '<') {
                return true;
            }
            if (sign > ' ' && sign != 0xef && sign != 0xbb && sign != 0xbf && sign != 0xfe && sign != 0xff) {
                return false;
            }
        }
        return false;
    }

    /** Refuses options that are none, or twice the same. */
    static Issue issue(String name, int number, List<String> options) throws UnreadableException {
        if (options.isEmpty()) {
            throw new UnreadableException("issue '" + name + "' has no option");
        }
        if (options.stream().distinct().count() != options.size()) {
            throw new UnreadableException("issue '" + name + "' has the same option twice");
        }
        return new Issue(name, number, options);
    }

    /** Refuses no issue, or two of one name. */
    static Domain domain(String name, List<Issue> issues) throws UnreadableException {
        if (issues.isEmpty()) {
            throw new UnreadableException("the domain has no issue");
        }
        if (issues.stream().map(Issue::name).distinct().count() != issues.size()) {
            throw new UnreadableException("two issues have the same name");
        }
        return new Domain(name, issues);
    }

    /** The numbers from low to high by step, as text without an exponent. */
    static List<String> grid(String issue, Fraction low, Fraction high, Fraction step) throws UnreadableException {
        if (step.signum() <= 0 || high.compareTo(low) < 0) {
            throw new UnreadableException("issue '" + issue + "' has a range that does not rise");
        }
        Fraction span = high.minus(low).over(step);
        BigInteger steps = span.numerator().divide(span.denominator());
        if (steps.bitLength() > 31 || steps.intValue() >= MOST_OPTIONS) {
            throw new UnreadableException("issue '" + issue + "' has over " + MOST_OPTIONS + " options");
        }
        List<String> options = new ArrayList<>();
        Fraction at = low;
        for (int i = 0; i <= steps.intValue(); i++) {
            options.add(decimal(at));
            at = at.plus(step);
        }
        return options;
    }

    /** Exact: ranges in files are decimals, and so are their sums; the 21 parts of a real issue may not be. */
    static String decimal(Fraction value) {
        BigDecimal over = new BigDecimal(value.denominator());
        try {
            BigDecimal exact = new BigDecimal(value.numerator()).divide(over).stripTrailingZeros();
            return exact.toPlainString();
        } catch (ArithmeticException e) {
            return new BigDecimal(value.numerator())
                    .divide(over, MathContext.DECIMAL64)
                    .toPlainString();
        }
    }

    static Fraction number(String text, String what) throws UnreadableException {
        try {
            return Fraction.parse(text);
        } catch (NumberFormatException e) {
            throw new UnreadableException(what + " is not a number");
        }
    }
}
