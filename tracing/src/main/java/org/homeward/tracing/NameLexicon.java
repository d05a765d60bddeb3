package org.homeward.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.names.GivenNames;
import org.homeward.names.Script;
import org.homeward.names.Skeleton;
import org.jspecify.annotations.Nullable;

/** Parts of names: surnames, given names and patronymics together, so that parts in each other's columns can be compared too. */
final class NameLexicon extends Lexicon {
    private static final int CLOSE = 910;
    private static final int NEARER = 855;
    private static final int NEAR = 800;
    private static final int LESS_LOOSE = 720;
    private static final int LOOSE = 640;
    private static final int MEMBERS = 6;
    /** Cyrillic letters, each with the Latin ones that a romanisation of it may begin with, where they are not its sound: Я. is Y., J. or I. */
    private static final String[] BEGINNINGS =
            "яij юij єij еij ёij їij йij жzsx зs хkcq цtz чct шs щs гh уo".split(" ");

    private static final int ASK = 1 << 31;
    private static final int[] NONE = {};
    private static final String[] WHOLE = {};
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-–]+");

    private final List<int[]> parts = new ArrayList<>();
    /** The first sounds that a class's names were seen with: Олександр and Александр begin differently. */
    private final Map<Integer, Integer> firsts = new HashMap<>();
    /** One value for each sound that a class's names were seen with. */
    private final Map<Integer, List<Integer>> members = new HashMap<>();

    private byte[][] codes = new byte[1024][];
    /** As some presses mean what is written; null where they mean the same. */
    private byte[] @Nullable [] codesOfPress = new byte[1024] @Nullable [];

    private int[] classes = new int[1024];
    /** A bit for each consonant of a value; {@link #ASK} where consonants alone tell nothing. */
    private int[] consonants = new int[1024];

    /** The same of what some presses mean. */
    private int[] consonantsOfPress = new int[1024];
    /** Of the letters alone: they are folded again for the few pairs whose hashes agree, and kept for none. */
    private int[] foldHashes = new int[1024];

    private byte[] scriptOf = new byte[1024];

    /** What {@link #nearClass} has found, plus 2; 0 is not asked yet. Forks share it: whichever finds a class finds the same. */
    private int[] nearest = {};

    /** A bit for each sound that an initial of a value may be read as. */
    private int[] beginnings = new int[1024];

    private Spelling spelling = new Spelling();

    @Override
    int add(String value) {
        String sound = GivenNames.sound(value);
        if (sound.isEmpty()) {
            return -1;
        }
        int nameClass = GivenNames.classOf(sound);
        boolean patronymic = nameClass >= 0 && GivenNames.isPatronymic(sound);
        int classKey = nameClass < 0 ? -1 : nameClass * 2 + (patronymic ? 1 : 0);
        String group = classKey >= 0 ? "#" + classKey : masculine(sound);
        int id = put(value, sound, group);
        if (id >= codes.length) {
            makeRoom(id * 2);
        }
        codes[id] = Spelling.codes(masculine(sound));
        classes[id] = classKey;
        beginnings[id] = beginnings(value, sound);
        parts.add(NONE);
        if (classKey >= 0 && sound.length() > 1) {
            List<Integer> known = members.computeIfAbsent(classKey, c -> new ArrayList<>());
            if (known.size() < MEMBERS
                    && known.stream().noneMatch(k -> sounds.get(k).equals(sound))) {
                known.add(id);
            }
            firsts.merge(classKey, beginnings[id], (a, b) -> a | b);
        }
        Script script = Script.of(value);
        scriptOf[id] = (byte) (script == null ? -1 : script.ordinal());
        foldHashes[id] = Skeleton.fold(value).hashCode();
        consonants[id] = classKey >= 0 || sound.length() < 4 ? ASK : consonants(sound);
        consonantsOfPress[id] = consonants[id];
        String soundOfPress = soundOfPress(id);
        if (!soundOfPress.equals(sound)) {
            codesOfPress[id] = Spelling.codes(masculine(soundOfPress));
            consonantsOfPress[id] = consonants[id] == ASK ? ASK : consonants(soundOfPress);
        }
        String[] pieces = mayHaveParts(value) ? SEPARATORS.split(value.strip()) : WHOLE;
        if (pieces.length > 1) {
            int[] ids = new int[pieces.length];
            int count = 0;
            for (String piece : pieces) {
                int part = intern(piece);
                if (part >= 0 && sounds.get(part).length() > 2) {
                    ids[count++] = part;
                }
            }
            parts.set(id, Arrays.copyOf(ids, count));
            consonants[id] = ASK;
            consonantsOfPress[id] = ASK;
        }
        return id;
    }

    /** What a value sounds like as some presses mean it ({@link Skeleton#asThePressMeansIt}); mostly its sound. */
    String soundOfPress(int id) {
        String value = values.get(id);
        String meant = scriptOf[id] == Script.LATIN.ordinal() ? Skeleton.asThePressMeansIt(value) : value;
        return meant.equals(value) ? sounds.get(id) : GivenNames.sound(meant);
    }

    private void makeRoom(int values) {
        codes = Arrays.copyOf(codes, values);
        codesOfPress = Arrays.copyOf(codesOfPress, values);
        classes = Arrays.copyOf(classes, values);
        beginnings = Arrays.copyOf(beginnings, values);
        consonants = Arrays.copyOf(consonants, values);
        consonantsOfPress = Arrays.copyOf(consonantsOfPress, values);
        foldHashes = Arrays.copyOf(foldHashes, values);
        scriptOf = Arrays.copyOf(scriptOf, values);
    }

    private static int beginnings(String value, String sound) {
        int bits = bit(sound);
        char first = Character.toLowerCase(value.strip().charAt(0));
        if (first >= 'a' && first <= 'z') {
            return bits | bit(Skeleton.of(String.valueOf(first)));
        }
        for (String letters : BEGINNINGS) {
            for (int i = 1; letters.charAt(0) == first && i < letters.length(); i++) {
                bits |= bit(letters.substring(i));
            }
        }
        return bits;
    }

    private static int bit(String sound) {
        return sound.isEmpty() ? 0 : 1 << Spelling.codes(sound)[0] % 32;
    }

    private static boolean mayHaveParts(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '-' || c == '–' || Character.isWhitespace(c)) {
                return true;
            }
        }
        return false;
    }

    /** The script of a value's letters by number; -1 where none is given or it has no letter. */
    int script(int id) {
        return id < 0 ? -1 : scriptOf[id];
    }

    boolean isInitial(int id) {
        return codes[id].length == 1;
    }

    int classOf(int id) {
        return classes[id];
    }

    /**
     * The class of a name, or of the known name that one slip has made it from; -1 where it is near none. For blocking only: which of two near names it was
     * is not asked.
     */
    int nearClass(int id) {
        int own = classes[id];
        if (own >= 0 || codes[id].length < 4) {
            return own;
        }
        if (id >= nearest.length) {
            nearest = Arrays.copyOf(nearest, codes.length);
        }
        if (nearest[id] == 0) {
            nearest[id] = findNearest(id) + 2;
        }
        return nearest[id] - 2;
    }

    /**
     * Whether a row's surname and given name look to stand in each other's columns: a given name or an initial where the surname should be, and beside it
     * what is no given name.
     */
    boolean looksExchanged(int surname, int given) {
        return surname >= 0
                && given >= 0
                && classes[given] < 0
                && !isInitial(given)
                && (isInitial(surname) || nearClass(given) < 0 && isGiven(nearClass(surname)));
    }

    private static boolean isGiven(int nameClass) {
        return nameClass >= 0 && nameClass % 2 == 0;
    }

    private int findNearest(int id) {
        byte[] codes = this.codes[id];
        int best = NEAR - 1;
        int found = -1;
        for (Map.Entry<Integer, List<Integer>> known : members.entrySet()) {
            for (int member : known.getValue()) {
                byte[] other = this.codes[member];
                boolean begins = codes[0] == other[0] || codes[codes.length - 1] == other[other.length - 1];
                int likeness =
                        begins && Math.abs(codes.length - other.length) < 3 ? spelling.likeness(codes, other, NEAR) : 0;
                if (likeness > best) {
                    best = likeness;
                    found = known.getKey();
                }
            }
        }
        return found;
    }

    @Override
    Lexicon fork() {
        nearest = Arrays.copyOf(nearest, codes.length);
        NameLexicon fork = (NameLexicon) super.fork();
        fork.spelling = new Spelling();
        return fork;
    }

    private static int consonants(String sound) {
        String text = Skeleton.consonants(sound);
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int heard = "bdvz".indexOf(c) >= 0 ? "ptfs".charAt("bdvz".indexOf(c)) : c;
            bits |= heard >= 'a' && heard <= 'z' ? 1 << heard - 'a' : 1 << 26 + (heard & 3);
        }
        return bits;
    }

    /** Fewer than half of the consonants in common: no likeness that counts can be left. */
    @Override
    boolean apart(int left, int right) {
        return apartIn(consonants[left], consonants[right])
                && apartIn(consonantsOfPress[left], consonants[right])
                && apartIn(consonants[left], consonantsOfPress[right]);
    }

    private static boolean apartIn(int a, int b) {
        return (a | b) >= 0 && 2 * Integer.bitCount(a & b) < Math.max(Integer.bitCount(a), Integer.bitCount(b));
    }

    @Override
    int compare(int left, int right) {
        byte[] a = codes[left];
        byte[] b = codes[right];
        if (foldHashes[left] == foldHashes[right]
                && Skeleton.fold(values.get(left)).equals(Skeleton.fold(values.get(right)))) {
            return Level.EXACT.ordinal();
        }
        if (isInitial(left) || isInitial(right)) {
            return initial(isInitial(left) ? a[0] : b[0], isInitial(left) ? right : left);
        }
        byte[] pressA = codesOfPress[left];
        byte[] pressB = codesOfPress[right];
        if (Arrays.equals(a, b) || Arrays.equals(pressA, b) || Arrays.equals(a, pressB)) {
            return Level.ALIKE.ordinal();
        }
        int leftClass = classes[left];
        int rightClass = classes[right];
        if (leftClass >= 0 && leftClass == rightClass) {
            return Level.EQUIVALENT.ordinal();
        }
        int likeness = spelling.likeness(a, b, LOOSE);
        likeness = pressA == null ? likeness : Math.max(likeness, spelling.likeness(pressA, b, LOOSE));
        likeness = pressB == null ? likeness : Math.max(likeness, spelling.likeness(a, pressB, LOOSE));
        if (leftClass >= 0 && rightClass >= 0) {
            // Two names that the language tells apart: a slip of the pen may turn one into the other, seldom.
            return (likeness >= NEAR ? Level.LOOSE : Level.DIFFERENT).ordinal();
        }
        if (likeness < NEAR && leftClass != rightClass) {
            // A slip in Павел is near Pavlo too, through the name that both stand for.
            likeness = throughClass(leftClass >= 0 ? leftClass : rightClass, leftClass >= 0 ? b : a, likeness);
        }
        if (likeness >= NEAR) {
            return likeness >= CLOSE ? Level.CLOSE.ordinal() : likeness >= NEARER ? Step.NEARER : Level.NEAR.ordinal();
        }
        if (sharePart(left, right)) {
            return Level.NEAR.ordinal();
        }
        return likeness >= LESS_LOOSE ? Step.LESS_LOOSE : likeness >= LOOSE ? Level.LOOSE.ordinal() : Step.NOT_FAR;
    }

    /** The greatest likeness to a name of the class, or what is known already where none is greater. */
    private int throughClass(int nameClass, byte[] other, int likeness) {
        int best = likeness;
        for (int member : members.getOrDefault(nameClass, List.of())) {
            best = Math.max(best, spelling.likeness(codes[member], other, Math.max(LOOSE, best + 1)));
        }
        return best;
    }

    private int initial(byte first, int whole) {
        int seen = beginnings[whole];
        if (classes[whole] >= 0) {
            seen |= firsts.getOrDefault(classes[whole], 0);
        }
        return (seen & 1 << first % 32) != 0 ? Level.PART.ordinal() : Level.DIFFERENT.ordinal();
    }

    private boolean sharePart(int left, int right) {
        int[] a = parts.get(left);
        int[] b = parts.get(right);
        if (a.length == 0 && b.length == 0) {
            return false;
        }
        for (int x : a.length == 0 ? new int[] {left} : a) {
            for (int y : b.length == 0 ? new int[] {right} : b) {
                if (group(x) == group(y)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A surname's or adjective's masculine form, so that a woman's name agrees with a clerk's masculine one. */
    static String masculine(String sound) {
        int n = sound.length();
        if (n > 4) {
            if (sound.endsWith("ova") || sound.endsWith("eva") || sound.endsWith("ina")) {
                return sound.substring(0, n - 1);
            }
            if (sound.endsWith("ska") || sound.endsWith("cka")) {
                return sound.substring(0, n - 1) + "i";
            }
            if (sound.endsWith("aa")) {
                return sound.substring(0, n - 2) + "i";
            }
        }
        return sound;
    }
}
