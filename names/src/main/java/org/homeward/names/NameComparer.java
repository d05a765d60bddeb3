package org.homeward.names;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares two names, or two parts of names. The words of a level are {@link NameLevel#words()}. For any thread; what was worked out
 * of parts is kept while there is room ({@link TokenPairs}) and changes no answer.
 */
public final class NameComparer {
    /** Shares of full agreement from which a spelling is near, and loosely like; measured on pairs held back from learning. */
    static final float NEAR = 0.72f;

    static final float LOOSE = 0.45f;
    /** What the share is where too few consonants are common for the spelling to be worth reading letter by letter. */
    static final float APART = -0.25f;
    /** Tenths of likeness of the sounds below which the letters are not read. */
    private static final int UNLIKE = 6;

    private NameComparer() {}

    /** The level of two parts as they are written; each has at least one letter or digit. */
    public static NameLevel compare(String left, String right) {
        return level(compare(Tokens.of(left), Tokens.of(right)));
    }

    /** The probability that two names that were made ready are one; nothing is allocated. */
    public static double compare(PreparedName left, PreparedName right) {
        return NameWeights.probability(logOdds(left, right));
    }

    /** The log odds of that, in nats: what to sort by, since probabilities near one are told apart by it. */
    public static double logOdds(PreparedName left, PreparedName right) {
        return Shipped.WEIGHTS.logit(left, right);
    }

    /** Read when first needed: weights are fitted with comparisons, before there are any. */
    private static final class Shipped {
        static final NameWeights WEIGHTS = NameWeights.shipped();
    }

    /** The level of two parts with its reasons: see {@link PartComparison}. */
    public static PartComparison explain(String left, String right) {
        return explain(Tokens.of(left), Tokens.of(right));
    }

    static PartComparison explain(Token a, Token b) {
        long result = compare(a, b);
        EditModel model = model(a, b);
        if (model == null) {
            return new PartComparison(a.text, b.text, level(result), 0, shareOf(result), List.of(), "", "");
        }
        boolean turned = turned(model, a, b);
        EditModel.Word x = (turned ? b : a).word(model, true, script(turned ? a : b));
        EditModel.Word y = (turned ? a : b).word(model, false, script(turned ? b : a));
        List<EditModel.Step> steps = model.align(x, y);
        double evidence = x.information + y.information;
        for (EditModel.Step step : steps) {
            evidence -= step.cost();
        }
        float most = EditModel.most(x, y);
        return new PartComparison(
                a.text,
                b.text,
                level(result),
                evidence,
                most <= 0 ? LEAST : Math.max(LEAST, (float) evidence / most),
                turned
                        ? steps.stream()
                                .map(s -> new EditModel.Step(s.right(), s.left(), s.cost()))
                                .toList()
                        : steps,
                romanisation(a, b),
                a.vowelled && b.vowelled && level(result) == NameLevel.DIFFERENT
                        ? SlipShape.words(a.sound, b.sound)
                        : "");
    }

    private static @Nullable EditModel model(Token a, Token b) {
        return a.script == null || b.script == null ? null : EditModels.between(a.script, b.script);
    }

    private static Script script(Token token) {
        return token.script == null ? Script.LATIN : token.script;
    }

    private static String romanisation(Token a, Token b) {
        Romanisation table = table(a, b);
        return table == null ? "" : table.words();
    }

    /** The table by which one of the two is the other to the letter. */
    private static @Nullable Romanisation table(Token a, Token b) {
        if (a.script == Script.CYRILLIC && b.script == Script.LATIN) {
            return a.writtenAs(b);
        }
        return a.script == Script.LATIN && b.script == Script.CYRILLIC ? b.writtenAs(a) : null;
    }

    /** A level and a share of full agreement in one number, so that nothing is allocated. */
    static long compare(Token a, Token b) {
        if (a.hashOfFolded == b.hashOfFolded && a.folded.equals(b.folded)) {
            return pack(NameLevel.EXACT, 1);
        }
        if (a.isInitial() || b.isInitial()) {
            return initial(a, b) ? pack(NameLevel.LOOSE, LOOSE) : pack(NameLevel.DIFFERENT, APART);
        }
        boolean vowels = a.vowelled && b.vowelled;
        if ((a.hashOfSound == b.hashOfSound || a.hashOfBase == b.hashOfBase)
                && a.lengthOfSound > 0
                && (vowels || a.script == b.script)
                && (a.hashOfSound == b.hashOfSound && a.sound.equals(b.sound)
                        || a.hashOfBase == b.hashOfBase && a.base.equals(b.base))
                && !otherVowel(a, b)) {
            return pack(NameLevel.SOUND, 1);
        }
        if (a.hasClass && b.hasClass && a.patronymic == b.patronymic) {
            if (GivenNames.share(a.classes, b.classes)) {
                return pack(NameLevel.EQUIVALENT, 1);
            }
            if (GivenNames.related(a.classes, b.classes)) {
                return pack(NameLevel.RELATED, 0.3f);
            }
        }
        // Two known given names are two names, however alike: Марина is not Марія.
        boolean known = a.hasClass && b.hasClass && a.patronymic == b.patronymic;
        if (known || apart(a, b)) {
            return pack(NameLevel.DIFFERENT, APART);
        }
        if (a.pieceCount == 2 && b.pieceCount == 2) {
            long crossed = crossed(a.pieces, b.pieces);
            if (level(crossed) != NameLevel.DIFFERENT) {
                return crossed;
            }
        }
        // Sounds that are this unlike are two names, and cheaper to compare than letters; of a double name one piece
        // may still agree.
        int tenths = -1;
        if (vowels && a.pieceCount == b.pieceCount) {
            tenths = Likeness.tenths(a, b);
            if (tenths < UNLIKE) {
                return TokenPairs.with(TokenPairs.APART, Agreement.details(a, b, tenths));
            }
        }
        float share = share(a, b);
        if (!vowels && a.script == b.script) {
            // Consonants alone: one of four that differs is much.
            share = 1 - 2.2f * (1 - share);
        }
        if (vowels && otherFamily(a, b)) {
            return read(a, b, tenths, NameLevel.DIFFERENT, Math.min(share - 0.5f, 0.2f));
        }
        if (vowels && a.family == b.family && a.family > 0) {
            // What endings share says nothing: the root must carry the agreement.
            float longest = Math.max(a.lengthOfSound, b.lengthOfSound);
            share = 1 - (1 - share) * longest / Math.max(2, Math.max(a.lengthOfRoot, b.lengthOfRoot) + 2);
        }
        if (a.pieceCount != b.pieceCount && a.pieceCount + b.pieceCount <= 4) {
            share = Math.max(share, 0.95f * pieceShare(a, b));
        }
        if (share >= LOOSE && table(a, b) != null) {
            return pack(NameLevel.SOUND, 1);
        }
        if (vowels
                && (a.hashOfBare == b.hashOfBare && a.bare.equals(b.bare)
                        || a.hashOfBare == b.hashOfFleeting && a.bare.equals(b.fleeting)
                        || a.hashOfFleeting == b.hashOfBare && a.fleeting.equals(b.bare))) {
            return read(a, b, tenths, NameLevel.NEAR, Math.max(NEAR, share));
        }
        if (share >= NEAR) {
            return equivalentSurname(a, b, share)
                    ? pack(NameLevel.EQUIVALENT, share)
                    : read(a, b, tenths, NameLevel.NEAR, share);
        }
        return read(a, b, tenths, share >= LOOSE ? NameLevel.LOOSE : NameLevel.DIFFERENT, share);
    }

    /** A result of reading the letters, with its details where the likeness is known, so that it is not counted twice. */
    private static long read(Token a, Token b, int tenths, NameLevel level, float share) {
        long result = pack(level, share);
        return tenths < 0 ? result : TokenPairs.with(result, Agreement.details(a, b, tenths));
    }

    /** A double name whose pieces stand the other way round agrees as far as the piece that agrees less. */
    private static long crossed(Token[] a, Token[] b) {
        long one = compare(a[0], b[1]);
        long other = level(one).compareTo(NameLevel.NEAR) > 0 ? one : compare(a[1], b[0]);
        int order = level(one).compareTo(level(other));
        long less = order < 0 || order == 0 && shareOf(other) < shareOf(one) ? other : one;
        boolean agree = level(less).compareTo(NameLevel.NEAR) <= 0 && level(less) != NameLevel.RELATED;
        return agree
                ? pack(level(less) == NameLevel.EXACT ? NameLevel.SOUND : level(less), shareOf(less))
                : TokenPairs.APART;
    }

    static NameLevel level(long packed) {
        return LEVELS[TokenPairs.outcomeOf(packed)];
    }

    static float shareOf(long packed) {
        return Float.intBitsToFloat((int) packed);
    }

    private static final NameLevel[] LEVELS = NameLevel.values();

    /** The share is kept to one part in two thousand: so many fit beside two numbers of tokens in one word of memory. */
    private static long pack(NameLevel level, float share) {
        return TokenPairs.pack(level.ordinal(), share);
    }

    private static boolean initial(Token a, Token b) {
        if ((a.firsts & b.firsts) != 0) {
            return true;
        }
        if (a.sound.isEmpty() || b.sound.isEmpty() || a.script == b.script && a.script == Script.CYRILLIC) {
            return false;
        }
        // A single Latin letter stands for several sounds; Ye and Sh stand for one.
        boolean open = a.isInitial() && a.folded.length() == 1 && a.script == Script.LATIN
                || b.isInitial() && b.folded.length() == 1 && b.script == Script.LATIN;
        return open && near(a.sound.charAt(0), b.sound.charAt(0));
    }

    /** Two words of Cyrillic letters that begin with an open and with a soft vowel: Анна is not Яна, though Latin spellings blur it. */
    private static boolean otherVowel(Token a, Token b) {
        if (a.script != Script.CYRILLIC || b.script != Script.CYRILLIC) {
            return false;
        }
        char x = a.folded.charAt(0);
        char y = b.folded.charAt(0);
        return x == 'а' && y == 'я' || x == 'я' && y == 'а' || x == 'у' && y == 'ю' || x == 'ю' && y == 'у';
    }

    /** Two kinds of family name on roots that may be one: Коваленко and Ковальчук, Мороз and Морозов. */
    private static boolean otherFamily(Token a, Token b) {
        if (a.family == b.family
                || a.pieceCount != b.pieceCount
                || a.hashOfBase == b.hashOfBase && a.base.equals(b.base)) {
            return false;
        }
        if (a.family > 0 && b.family > 0) {
            return true;
        }
        Token with = a.family > 0 ? a : b;
        Token without = a.family > 0 ? b : a;
        return without.hashOfBare == with.hashOfRoot && without.bare.equals(with.root)
                || without.hashOfSound == with.hashOfRoot && without.sound.equals(with.root)
                || without.lengthOfBare + 2 <= with.lengthOfSound && with.beginsWithBare(without);
    }

    /** First sounds that one Latin letter may stand for. */
    private static final String CONFUSED_FIRSTS = "gh hk hc xs cs sz zc jz ct qt qc hq iu ia ie io ji ju ja je ";

    private static boolean near(char a, char b) {
        if (a == b) {
            return true;
        }
        for (int i = 0; i < CONFUSED_FIRSTS.length(); i += 3) {
            char x = CONFUSED_FIRSTS.charAt(i);
            char y = CONFUSED_FIRSTS.charAt(i + 1);
            if (x == a && y == b || x == b && y == a) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether fewer than half of the consonants are common, or a quarter of their neighbourhoods: no spelling of one name is that far
     * from another. Of a double name only one piece need agree, so there the shorter decides. Never said of initials or of scripts
     * without vowels.
     */
    static boolean apart(Token a, Token b) {
        if (!a.far || !b.far) {
            return false;
        }
        boolean fathers = a.patronymic && b.patronymic;
        int one = fathers ? a.consonantsOfFather : a.consonants;
        int other = fathers ? b.consonantsOfFather : b.consonants;
        int x = Integer.bitCount(one);
        int y = Integer.bitCount(other);
        int size = a.pieceCount == b.pieceCount ? Math.max(x, y) : Math.min(x, y);
        if (2 * Integer.bitCount(one & other) < size) {
            return true;
        }
        long common = fathers ? a.neighboursOfFather & b.neighboursOfFather : a.neighbours & b.neighbours;
        return size > 2 && 4 * Long.bitCount(common) < size;
    }

    /** Whether two thirds of the consonants are common: a cheap look before parts are compared that are not of one kind. */
    static boolean mayBeNear(Token a, Token b) {
        if (a.hasClass && b.hasClass && a.patronymic == b.patronymic) {
            return GivenNames.share(a.classes, b.classes);
        }
        return !a.vowelled
                || !b.vowelled
                || !apart(a, b)
                        && 3 * Integer.bitCount(a.consonants & b.consonants)
                                >= 2 * Math.max(Integer.bitCount(a.consonants), Integer.bitCount(b.consonants));
    }

    /** Whether half of the consonants' neighbourhoods are common as well, where letters are what tells. */
    static boolean mayBeVeryNear(Token a, Token b) {
        return mayBeNear(a, b)
                && (!a.vowelled
                        || !b.vowelled
                        || a.hasClass && b.hasClass && a.patronymic == b.patronymic
                        || 2 * Long.bitCount(a.neighbours & b.neighbours)
                                >= Math.max(Long.bitCount(a.neighbours), Long.bitCount(b.neighbours)));
    }

    /** A Ukrainian and a Russian form of one surname: Білоус and Белоус, Гайовий and Гаевой. Consonants must be the same. */
    private static boolean equivalentSurname(Token a, Token b, float share) {
        return share >= 0.85f
                && a.script == Script.CYRILLIC
                && b.script == Script.CYRILLIC
                && a.ukrainian != b.ukrainian
                && a.consonantsOfBase.equals(b.consonantsOfBase);
    }

    private static float pieceShare(Token a, Token b) {
        float best = APART;
        for (Token x : a.pieces) {
            for (Token y : b.pieces) {
                if (x.sound.length() > 2 && y.sound.length() > 2 && !apart(x, y)) {
                    best = Math.max(best, share(x, y));
                }
            }
        }
        return best;
    }

    private static boolean turned(EditModel model, Token a, Token b) {
        return model.left() != a.script && model.left() == b.script
                || model.right() != b.script && model.right() == a.script;
    }

    /** The evidence of the learned costs as a share of what full agreement would give; by likeness where none are learned. */
    static float share(Token a, Token b) {
        EditModel model = model(a, b);
        if (model == null) {
            return (float) Likeness.of(a.sound, b.sound);
        }
        // Of one script neither comes first; one order always, so that the last bit of a sum does not depend on it.
        boolean turn = model.left() == model.right() ? a.isAfter(b) : turned(model, a, b);
        return turn ? share(model, b, a) : share(model, a, b);
    }

    private static float share(EditModel model, Token onLeft, Token onRight) {
        return model.share(
                onLeft.word(model, true, script(onRight)), onRight.word(model, false, script(onLeft)), LEAST);
    }

    /** No share is told below this: two names so far apart are two names. */
    private static final float LEAST = APART;

    /** The learned evidence in nats that two tokens are one name; zero where nothing is learned for their scripts. */
    static float evidence(Token a, Token b) {
        EditModel model = model(a, b);
        if (model == null) {
            return 0;
        }
        boolean turned = turned(model, a, b);
        Token x = turned ? b : a;
        Token y = turned ? a : b;
        return model.evidence(x.word(model, true, script(y)), y.word(model, false, script(x)));
    }
}
