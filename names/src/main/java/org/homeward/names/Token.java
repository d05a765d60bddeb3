package org.homeward.names;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One part of a name with all that comparing it needs, worked out once. Immutable but for words built when first asked for. */
final class Token {
    private static final Pattern FAMILY =
            Pattern.compile("(.*(?:[oe]v|in|[sc]k|[oe]nk|iv))(?:a|u|im|om|em|e|oi|oiu|i|o|ogo|oho|omu|iu|im|ei|ii)");
    private static final Pattern CASE = Pattern.compile("(.{3,}?)(?:ogo|oho|omu|om|em|oi|oiu|ei|eiu|a|u|e|i|o|iu)");

    final String text;
    final String folded;
    final String sound;
    /** The sound without the ending that gender and case change, where the family of surnames is known; else the sound. */
    final String base;
    /** The sound without any ending that a case form may have. */
    final String bare;

    final boolean patronymic;
    final int[] classes;
    final @Nullable Script script;
    /** A bit for each consonant, those that tables confuse made one. */
    final int consonants;

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

    private long @Nullable [] written;
    private final EditModel.@Nullable Word[] words = new EditModel.Word[Script.values().length];
    private final EditModel.@Nullable Word[] leftWords = new EditModel.Word[1];

    Token(String text) {
        this.text = text;
        folded = Skeleton.fold(text);
        sound = Skeleton.of(text);
        var family = FAMILY.matcher(sound);
        base = sound.length() > 4 && family.matches() ? family.group(1) : sound;
        var caseForm = CASE.matcher(base);
        bare = caseForm.matches() ? caseForm.group(1) : base;
        patronymic = GivenNames.isPatronymic(sound);
        classes = GivenNames.classes(sound);
        script = Script.of(text);
        fleeting = dropVowel(bare);
        int kind = 0;
        String before = base;
        for (int f = 0; f < FAMILIES.length && sound.length() > 4 && kind == 0 && classes.length == 0; f++) {
            var ending = FAMILIES[f].matcher(sound);
            if (ending.find() && ending.start() > 1) {
                kind = f + 1;
                before = sound.substring(0, ending.start());
            }
        }
        this.family = kind;
        root = before;
        int first = sound.isEmpty() ? 0 : bit(sound.charAt(0));
        for (int id : classes) {
            first |= GivenNames.firsts(id);
        }
        firsts = first;
        int bits = 0;
        for (char c : Skeleton.consonants(sound).toCharArray()) {
            // German z is ts and s is z: sibilants are one here, where only what is surely apart is told.
            bits |= c >= 'a' && c <= 'z' ? 1 << (c == 'z' ? 's' : c) - 'a' : 1 << 26 + (c & 3);
        }
        consonants = bits;
        vowelled = script != Script.ARABIC && script != Script.HEBREW;
        hasClass = classes.length > 0;
        String[] parts = text.split("[-‐‑–—]");
        pieces = new Token[Math.max(1, parts.length)];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = parts.length <= 1 ? this : new Token(parts[i]);
        }
        far = vowelled && !isInitial();
    }

    private static final Pattern[] FAMILIES = java.util.stream.Stream.of(
                    "enk(?:o|a|u|om|i|ovi)$",
                    "enkov(?:a|u|im|i|oi)?$",
                    "quk(?:a|u|om|ovi)?$",
                    "uk(?:a|u|om|ovi)?$",
                    "c[oe]v(?:a|u|im|oi)?$",
                    "ik[oe]v(?:a|u|im|oi)?$",
                    "[oe]v(?:a|u|im|oi)?$",
                    "(?:iv|[oe]v)?[sc]k(?:i|a|oho|ogo|omu|im|oi|oiu|u|oe|ei)$",
                    "(?:ov|ev)iq(?:a|u|em|om)?$",
                    "iq(?:a|u|em|om)?$",
                    "in(?:a|u|im|oi)?$",
                    "nik(?:a|u|om|ovi)?$",
                    "ak(?:a|u|om|ovi)?$")
            .map(Pattern::compile)
            .toArray(Pattern[]::new);

    static int bit(char c) {
        return c >= 'a' && c <= 'z' ? 1 << c - 'a' : 0;
    }

    private static String dropVowel(String bare) {
        int n = bare.length();
        return n > 3 && "eo".indexOf(bare.charAt(n - 2)) >= 0 && !Skeleton.isVowel(bare.charAt(n - 1))
                ? bare.substring(0, n - 2) + bare.charAt(n - 1)
                : bare;
    }

    /** Whether {@code latin} is this Cyrillic token exactly as one of the tables writes it. */
    boolean isWritten(Token latin) {
        long[] known = written;
        if (known == null) {
            known = Romanisation.fingerprints(text);
            written = known;
        }
        return Arrays.binarySearch(known, Romanisation.fingerprint(latin.folded)) >= 0;
    }

    boolean isInitial() {
        return sound.length() == 1 || folded.length() == 1;
    }

    /** The word that {@code model} reads of this token on the side of {@code other}'s partner. */
    EditModel.Word word(EditModel model, boolean onLeft, Script other) {
        EditModel.@Nullable Word[] kept = onLeft && model.left() == model.right() ? leftWords : words;
        int at = kept == leftWords ? 0 : other.ordinal();
        EditModel.Word word = kept[at];
        if (word == null) {
            String written =
                    script == Script.CYRILLIC && model.left() != Script.CYRILLIC && model.right() != Script.CYRILLIC
                            ? EditModels.latin(text)
                            : text;
            word = onLeft ? model.leftWord(written) : model.rightWord(written);
            kept[at] = word;
        }
        return word;
    }
}
