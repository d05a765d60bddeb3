package org.homeward.names;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One part of a name with all that comparing it needs, worked out once. Immutable but for words built when first asked for. */
final class Token {
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    /** What may stand before the ending of gender and case of a surname, and those endings. */
    private static final Endings FAMILY_STEMS = Endings.of("ov ev in sk ck onk enk iv", ".");

    private static final Endings FAMILY_ENDINGS = Endings.of("a u im om em e oi oiu i o ogo oho omu iu ei ii", ".");
    private static final Endings CASES = Endings.of("ogo oho omu om em oi oiu ei eiu a u e i o iu", ".");
    private static final String NOUN = "a u om ovi";
    private static final String ADJECTIVE = ". a u im oi";
    private static final List<Endings> FAMILIES = List.of(
            Endings.of("enk", "o a u om i ovi"),
            Endings.of("enkov", ". a u im i oi"),
            Endings.of("quk", ". " + NOUN),
            Endings.of("uk", ". " + NOUN),
            Endings.of("cov cev", ADJECTIVE),
            Endings.of("ikov ikev", ADJECTIVE),
            Endings.of("ov ev", ADJECTIVE),
            Endings.of("ivsk ovsk evsk ivck ovck evck sk ck", "i a oho ogo omu im oi oiu u oe ei"),
            Endings.of("oviq eviq", ". a u em om"),
            Endings.of("iq", ". a u em om"),
            Endings.of("in", ADJECTIVE),
            Endings.of("nik", ". " + NOUN),
            Endings.of("ak", ". " + NOUN));

    /** A number no other token has had, by which what was worked out of two is kept. */
    final int id = NEXT.getAndIncrement();

    final String text;
    final String folded;
    final String sound;
    /** The sound without the ending that gender and case change, where the family of surnames is known; else the sound. */
    final String base;
    /** The sound without any ending that a case form may have. */
    final String bare;

    /** Hashes, so that words that differ are told apart without being read. */
    final int hashOfFolded;

    final int hashOfSound;
    final int hashOfBase;
    final int hashOfBare;
    final int hashOfFleeting;
    final int hashOfRoot;
    final int lengthOfSound;
    final int lengthOfBare;
    final int lengthOfRoot;
    /** The first four letters as folded and as sounds, in one number, in whose order the words stand. */
    final long beginning;

    final long beginningOfSound;

    /** The {@link Letters} of the sound, if they fit there. */
    final long letters;

    final long moreLetters;
    final boolean fits;

    final boolean patronymic;
    final int[] classes;
    final @Nullable Script script;
    /** A bit for each consonant, those that tables confuse made one. */
    final int consonants;

    /** A bit for each two consonants that stand side by side, those that an ear confuses made one; the word's ends count as one. */
    final long neighbours;

    /** The same of the father's name in a patronymic: what all endings share says nothing of two patronymics. */
    final int consonantsOfFather;

    final long neighboursOfFather;

    /** Whether the script writes vowels, so that sounds can be compared whole. */
    final boolean vowelled;

    /** What kind of family name the ending makes it (-enko, -enkov, -chuk, -ov ...), from 1; 0 where none is known. */
    final int family;
    /** The sound before that ending; the whole base where there is none. */
    final String root;
    /** A bit for each sound that an initial of this name may be, the other language's form of a known given name among them. */
    final int firsts;
    /** Without the vowel that case forms drop: Кравець, Кравця. */
    final String fleeting;

    final boolean hasClass;
    /** Whether too few common consonants mean another name: not for an initial, nor where vowels are left out. */
    final boolean far;

    /** The parts of a double name; the token itself where it is not double. */
    final Token[] pieces;

    final int pieceCount;

    /** The consonants of the base alone. */
    final String consonantsOfBase;
    /** Whether the letters or the ending are Ukrainian and not Russian. */
    final boolean ukrainian;

    /** How unusual its sounds are for a surname, nats. */
    final float unusual;
    /** Whether it is one letter, or letters that are one sound. */
    final boolean initial;

    private long @Nullable [] written;
    /** The words asked for most in places of their own, and those beside other scripts. */
    private EditModel.@Nullable Word first;

    private EditModel.@Nullable Word besideLatin;
    private EditModel.@Nullable Word besideCyrillic;
    private EditModel.@Nullable Word @Nullable [] besideOthers;

    Token(String text) {
        this.text = text;
        folded = Skeleton.fold(text);
        sound = GivenNames.sound(text);
        initial = sound.length() == 1 || folded.length() == 1;
        patronymic = GivenNames.isPatronymic(sound);
        classes = GivenNames.classes(sound);
        // Валентин and Валентина are two names, Коваленков and Коваленкова one.
        base = sound.length() > 4 && classes.length == 0 ? withoutFamilyEnding(sound) : sound;
        bare = withoutCase(base);
        hashOfFolded = folded.hashCode();
        hashOfSound = sound.hashCode();
        hashOfBase = base.hashCode();
        script = Script.of(text);
        fleeting = dropVowel(bare);
        hashOfBare = bare.hashCode();
        hashOfFleeting = fleeting.hashCode();
        lengthOfSound = sound.length();
        lengthOfBare = bare.length();
        beginning = beginning(folded);
        beginningOfSound = beginning(sound);
        fits = Letters.fit(sound);
        letters = Letters.from(sound, 0);
        moreLetters = Letters.from(sound, Letters.FIRST);
        int kind = 0;
        String before = base;
        for (int f = 0; f < FAMILIES.size() && sound.length() > 4 && kind == 0 && classes.length == 0; f++) {
            int length = FAMILIES.get(f).longest(sound);
            if (length > 0 && sound.length() - length > 1) {
                kind = f + 1;
                before = sound.substring(0, sound.length() - length);
            }
        }
        this.family = kind;
        root = before;
        hashOfRoot = root.hashCode();
        lengthOfRoot = root.length();
        int first = sound.isEmpty() ? 0 : bit(sound.charAt(0));
        for (int id : classes) {
            first |= GivenNames.firsts(id);
        }
        // The German press begins Харитон with Ch and Ждан with Sch.
        if (initial && folded.equals("ch")) {
            first |= bit('h');
        } else if (initial && folded.equals("sch")) {
            first |= bit('j');
        }
        firsts = first;
        String consonantSounds = Skeleton.consonants(sound);
        consonants = bits(consonantSounds);
        neighbours = neighbours(consonantSounds);
        String ofFather = patronymic ? Skeleton.consonants(GivenNames.father(sound)) : consonantSounds;
        consonantsOfFather = bits(ofFather);
        neighboursOfFather = neighbours(ofFather);
        consonantsOfBase = Skeleton.consonants(base);
        ukrainian = script == Script.CYRILLIC && looksUkrainian(folded);
        vowelled = script != Script.ARABIC && script != Script.HEBREW;
        hasClass = classes.length > 0;
        pieces = pieces(text);
        pieceCount = pieces.length;
        far = vowelled && !isInitial();
        unusual = Plausibility.cost(sound);
    }

    private static long beginning(String word) {
        long beginning = 0;
        for (int i = 0; i < 4; i++) {
            beginning = beginning << 16 | (i < word.length() ? word.charAt(i) : 0);
        }
        return beginning;
    }

    /** Whether this token stands after the other in the order of their folded letters. */
    boolean isAfter(Token other) {
        return beginning == other.beginning
                ? folded.compareTo(other.folded) > 0
                : Long.compareUnsigned(beginning, other.beginning) > 0;
    }

    /** Whether the sound begins with the bare sound of the other. */
    boolean beginsWithBare(Token other) {
        int told = Math.min(4, other.lengthOfBare);
        return (told == 0 || (beginningOfSound ^ other.beginningOfSound) >>> 64 - 16 * told == 0)
                && sound.startsWith(other.bare);
    }

    private static int bits(String consonants) {
        int bits = 0;
        for (int i = 0; i < consonants.length(); i++) {
            char c = consonants.charAt(i);
            // German z is ts and s is z: sibilants are one here, where only what is surely apart is told.
            bits |= c >= 'a' && c <= 'z' ? 1 << (c == 'z' ? 's' : c) - 'a' : 1 << 26 + (c & 3);
        }
        return bits;
    }

    private static long neighbours(String consonants) {
        long bits = 0;
        int before = 0;
        for (int i = 0; i <= consonants.length(); i++) {
            int now = i == consonants.length() ? 0 : soundClass(consonants.charAt(i));
            bits |= 1L << (before * 13 + now * 5 & 63);
            before = now;
        }
        return bits;
    }

    private static int soundClass(char consonant) {
        return switch (consonant) {
            case 's', 'z', 'x', 'q', 'c', 'j' -> 1;
            case 't', 'd' -> 2;
            case 'p', 'b' -> 3;
            case 'f', 'v', 'w' -> 4;
            case 'k', 'g', 'h' -> 5;
            case 'm' -> 6;
            case 'n' -> 7;
            case 'l' -> 8;
            case 'r' -> 9;
            default -> 10;
        };
    }

    private Token[] pieces(String text) {
        int hyphens = 0;
        for (int i = 0; i < text.length(); i++) {
            hyphens += HYPHENS.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        if (hyphens == 0) {
            return new Token[] {this};
        }
        String[] parts = text.split("[" + HYPHENS + "]");
        Token[] made = new Token[Math.max(1, parts.length)];
        for (int i = 0; i < made.length; i++) {
            made[i] = parts.length <= 1 ? this : new Token(parts[i]);
        }
        return made;
    }

    private static final String HYPHENS = "-‐‑–—";

    private static boolean looksUkrainian(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if ("іїєґ".indexOf(folded.charAt(i)) >= 0) {
                return true;
            }
        }
        return folded.endsWith("ий");
    }

    /** What is left of a surname of a known family without the shortest ending of gender or case. */
    private static String withoutFamilyEnding(String sound) {
        for (int length = 1; length <= 3; length++) {
            String before = sound.substring(0, sound.length() - length);
            if (FAMILY_ENDINGS.has(sound, length) && FAMILY_STEMS.longest(before) > 0) {
                return before;
            }
        }
        return sound;
    }

    /** What is left without the longest ending that a case form may have, of which three sounds must be left. */
    private static String withoutCase(String base) {
        for (int length = Math.min(3, base.length() - 3); length >= 1; length--) {
            if (CASES.has(base, length)) {
                return base.substring(0, base.length() - length);
            }
        }
        return base;
    }

    static int bit(char c) {
        return c >= 'a' && c <= 'z' ? 1 << c - 'a' : 0;
    }

    private static String dropVowel(String bare) {
        int n = bare.length();
        return n > 3 && "eo".indexOf(bare.charAt(n - 2)) >= 0 && !Skeleton.isVowel(bare.charAt(n - 1))
                ? bare.substring(0, n - 2) + bare.charAt(n - 1)
                : bare;
    }

    /** The table by which {@code latin} is this Cyrillic token to the letter, or null where none is. */
    @Nullable
    Romanisation writtenAs(Token latin) {
        long[] known = written;
        if (known == null) {
            known = Romanisation.fingerprints(text);
            written = known;
        }
        long asked = Romanisation.fingerprint(latin.folded);
        for (int i = 0; i < known.length; i++) {
            if (known[i] == asked) {
                return Romanisation.at(i);
            }
        }
        return null;
    }

    /** Whether it is a given name that is known in full or in short, not merely like one. */
    boolean isGiven() {
        return hasClass && !patronymic;
    }

    boolean isInitial() {
        return initial;
    }

    /** The word that {@code model} reads of this token on the side of {@code other}'s partner. */
    EditModel.Word word(EditModel model, boolean onLeft, Script other) {
        boolean first = onLeft && model.left() == model.right();
        EditModel.Word kept = first
                ? this.first
                : other == Script.LATIN ? besideLatin : other == Script.CYRILLIC ? besideCyrillic : null;
        return kept == null ? otherWord(model, onLeft, first ? null : other) : kept;
    }

    private EditModel.Word otherWord(EditModel model, boolean onLeft, @Nullable Script other) {
        EditModel.@Nullable Word[] others = besideOthers;
        EditModel.Word kept = others == null || other == null ? null : others[other.ordinal()];
        if (kept != null) {
            return kept;
        }
        String written =
                script == Script.CYRILLIC && model.left() != Script.CYRILLIC && model.right() != Script.CYRILLIC
                        ? EditModels.latin(text)
                        : text;
        EditModel.Word word = onLeft ? model.leftWord(written) : model.rightWord(written);
        if (other == null) {
            first = word;
        } else if (other == Script.LATIN) {
            besideLatin = word;
        } else if (other == Script.CYRILLIC) {
            besideCyrillic = word;
        } else {
            if (others == null) {
                others = new EditModel.Word[Script.values().length];
                besideOthers = others;
            }
            others[other.ordinal()] = word;
        }
        return word;
    }
}
