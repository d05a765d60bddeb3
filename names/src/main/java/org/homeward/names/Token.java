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
        int bits = 0;
        for (char c : Skeleton.consonants(sound).toCharArray()) {
            bits |= c >= 'a' && c <= 'z' ? 1 << c - 'a' : 1 << 26 + (c & 3);
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
