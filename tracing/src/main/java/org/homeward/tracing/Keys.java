package org.homeward.tracing;

import java.util.ArrayList;
import java.util.List;
import org.homeward.names.Skeleton;
import org.homeward.register.Field;
import org.jspecify.annotations.Nullable;

/**
 * Blocking keys: for every row, one hash per key of two or three parts that survive spelling (a surname's consonants, a given name's class, a date with day
 * and month folded). Rows that share a key are compared. 0 is "no such key", where a part is not given.
 */
final class Keys {
    private static final int SURNAME = 0;
    private static final int SURNAME_START = 1;
    private static final int SURNAME_END = 2;
    private static final int GIVEN = 3;
    private static final int PATRONYMIC = 4;
    private static final int DATE = 5;
    private static final int YEAR = 6;
    private static final int DAY_AND_MONTH = 7;
    private static final int NUMBER = 8;
    private static final int PLACE = 9;
    /** The surname as if it were a given name, for names in each other's columns. */
    private static final int SURNAME_AS_GIVEN = 10;

    /** The given name, a slip in one taken for the name it is nearest to. */
    private static final int GIVEN_OR_NEAR = 11;

    /** What is left of a surname where letters that sound or look alike are one and those that vanish in others are left out. */
    private static final int SURNAME_SHAPE = 12;

    /** Still less of it, for where something else agrees. */
    private static final int SURNAME_OUTLINE = 13;

    private static final int GIVEN_INITIAL = 14;
    private static final int PATRONYMIC_INITIAL = 15;
    private static final int PLACE_OUTLINE = 16;

    /** The surname's consonants as the German, Polish and French presses mean what is written. */
    private static final int SURNAME_OF_PRESS = 17;

    private static final int TEXTS = 18;

    private static final int[][] OF_PERSONS = {
        {NUMBER},
        {DATE},
        {DATE, GIVEN_OR_NEAR},
        {DATE, PATRONYMIC},
        {DATE, SURNAME_START},
        {SURNAME_AS_GIVEN, GIVEN},
        {SURNAME, DAY_AND_MONTH},
        {GIVEN_OR_NEAR, PATRONYMIC, YEAR},
        {GIVEN_OR_NEAR, PATRONYMIC, DAY_AND_MONTH},
        {GIVEN_OR_NEAR, PATRONYMIC, SURNAME_START},
        {GIVEN_OR_NEAR, PATRONYMIC, PLACE},
        {SURNAME_START, GIVEN_OR_NEAR, YEAR},
        {SURNAME_END, GIVEN_OR_NEAR, YEAR},
        {SURNAME_SHAPE, GIVEN_INITIAL},
        {SURNAME_SHAPE, GIVEN_INITIAL, PATRONYMIC_INITIAL},
        {DAY_AND_MONTH, GIVEN_OR_NEAR},
        {SURNAME_OUTLINE, GIVEN_INITIAL, PLACE_OUTLINE},
        {SURNAME_END, GIVEN_OR_NEAR, PATRONYMIC},
        {SURNAME_START, GIVEN_OR_NEAR, PLACE_OUTLINE},
        {SURNAME_OF_PRESS, GIVEN_INITIAL},
    };
    /** The keys that no date enters, and the key that is a date only. */
    static final int[] OF_NAMES = {5, 9, 10, 13, 14, 16, 17, 18, 19};

    static final int OF_DATE = 1;

    /** The last of the keys that are a date and more: none of them joins a pair that {@link #OF_DATE} has not, while no block of that is divided. */
    static final int LAST_OF_DATE = 4;

    /** Keys that tell little, so that their blocks are worth comparing only while they are small: from the first of them to the last. */
    static final int FIRST_WIDE = 13;

    static final int LAST_WIDE = 19;

    /** What an over-full block is divided by, one after the other. */
    static final int[] REFINEMENTS = {YEAR, GIVEN_OR_NEAR, PATRONYMIC, DAY_AND_MONTH, PLACE, SURNAME_START};

    private static final int FEW = 60;

    /**
     * The class of each sound from a to z for an ear (voiced and voiceless are one, so are the hissing sounds) and for an eye: in print в is like б, т like г, л
     * like п; и like н and е like с, so that n and s may stand for vowels and go with them.
     */
    private static final String SHAPE = " vct vtt ckll  lcr t vvcyc";

    /** The same, where м is taken for и too and the sounds of lips are one. */
    private static final String OUTLINE = " lct ltt ckl   lcr t llcyc";

    /** First sounds, those one that one name begins with in two languages: Олександр is Александр, Микола is Николай. */
    private static final String INITIALS = "abcdafggajglmmapqrstafwxyz";

    private final Features features;
    private final int[] texts;
    private final List<int[]> specs;
    private final int anyName;
    private final int place;
    private final int serviceNumber;
    private final Memo surname = new Memo(this::surname);
    private final Memo surnameStart = new Memo(this::surnameStart);
    private final Memo surnameEnd = new Memo(this::surnameEnd);
    private final Memo name = new Memo(this::name);
    private final Memo nearName = new Memo(this::nearName);
    private final Memo placeSound = new Memo(this::placeSound);
    private final Memo placeOutline = new Memo(this::placeOutline);
    private final Memo surnameShape = new Memo(this::surnameShape);
    private final Memo surnameOutline = new Memo(this::surnameOutline);
    private final Memo surnameOfPress = new Memo(this::surnameOfPress);
    private final Memo initial = new Memo(this::initial);
    final int count;
    final int parts;

    /** Made once both registers are encoded, so that a field of few values, which divides nothing, makes no key. */
    Keys(Features features) {
        this.features = features;
        anyName = Math.max(features.surname, Math.max(features.given, features.patronymic));
        serviceNumber = features.at(Field.SERVICE_NUMBER);
        place = features.at(Field.BIRTH_PLACE) >= 0 ? features.at(Field.BIRTH_PLACE) : features.at(Field.PLACE);
        List<Integer> kept = new ArrayList<>();
        for (int f = 0; f < features.count; f++) {
            Kind kind = features.all.get(f).kind();
            if (kind == Kind.TEXT && features.all.get(f).lexicon().groups() > FEW) {
                kept.add(f);
            }
        }
        texts = kept.stream().mapToInt(Integer::intValue).toArray();
        parts = TEXTS + texts.length;
        specs = new ArrayList<>(List.of(OF_PERSONS));
        for (int t = TEXTS; t < parts; t++) {
            if (features.surname >= 0) {
                specs.add(new int[] {SURNAME, t});
                specs.add(new int[] {GIVEN_OR_NEAR, t});
            } else {
                for (int other = TEXTS; other < t; other++) {
                    specs.add(new int[] {other, t});
                }
            }
        }
        count = specs.size();
    }

    /** The same for another thread. */
    Keys fork() {
        return new Keys(features.fork());
    }

    /** One part of the keys of a row; after {@link #keys} has read the row once, safe for threads. */
    int part(int[] cells, int row, int part) {
        int from = row * features.count;
        return switch (part) {
            case SURNAME -> surname.at(surnameOf(cells, from));
            case SURNAME_START -> surnameStart.at(surnameOf(cells, from));
            case SURNAME_END -> surnameEnd.at(surnameOf(cells, from));
            case SURNAME_SHAPE -> surnameShape.at(surnameOf(cells, from));
            case SURNAME_OUTLINE -> surnameOutline.at(surnameOf(cells, from));
            case SURNAME_OF_PRESS -> surnameOfPress.at(surnameOf(cells, from));
            case SURNAME_AS_GIVEN -> name.at(number(cells, from, features.surname));
            case GIVEN -> name.at(number(cells, from, features.given));
            case GIVEN_OR_NEAR -> nearName.at(givenOf(cells, from));
            case GIVEN_INITIAL -> features.given < 0 ? 1 : initial.at(givenOf(cells, from));
            case PATRONYMIC -> nearName.at(number(cells, from, features.patronymic));
            case PATRONYMIC_INITIAL ->
                features.patronymic < 0 ? 1 : initial.at(number(cells, from, features.patronymic));
            case YEAR -> Dates.year(date(cells, from));
            case DAY_AND_MONTH -> dayAndMonth(date(cells, from));
            case DATE -> {
                int date = date(cells, from);
                yield Dates.isWhole(date) ? Dates.year(date) << 14 | dayAndMonth(date) : 0;
            }
            case NUMBER -> group(cells, from, serviceNumber);
            case PLACE -> placeSound.at(number(cells, from, place));
            case PLACE_OUTLINE -> placeOutline.at(number(cells, from, place));
            default -> group(cells, from, texts[part - TEXTS]);
        };
    }

    /** The surname, in whichever of the two columns it looks to stand. */
    private int surnameOf(int[] cells, int from) {
        return number(cells, from, features.looksExchanged(cells, from) ? features.given : features.surname);
    }

    private int givenOf(int[] cells, int from) {
        return number(cells, from, features.looksExchanged(cells, from) ? features.surname : features.given);
    }

    private int date(int[] cells, int from) {
        return features.birth < 0
                ? 0
                : ((DateLexicon) features.all.get(features.birth).lexicon()).date(cells[from + features.birth]);
    }

    private static int dayAndMonth(int date) {
        int month = Dates.month(date);
        int day = Dates.day(date);
        return Dates.isWhole(date) ? Math.min(month, day) << 7 | Math.max(month, day) : 0;
    }

    /** Row by row, the keys. The parts are not kept: they take as much memory again, and few are asked for twice. */
    int[] keys(int[] cells) {
        int rows = cells.length / features.count;
        int[] keys = new int[rows * count];
        int[] ofRow = new int[parts];
        for (int row = 0; row < rows; row++) {
            for (int part = 0; part < parts; part++) {
                ofRow[part] = part(cells, row, part);
            }
            for (int k = 0; k < count; k++) {
                keys[row * count + k] = key(ofRow, k);
            }
        }
        return keys;
    }

    private int key(int[] ofRow, int k) {
        int[] spec = specs.get(k);
        int hash = 1;
        if (spec.length == 2 && spec[0] == SURNAME_AS_GIVEN) {
            // A name may stand in the other's column, so the two are joined in either order.
            return symmetric(ofRow[SURNAME_AS_GIVEN], ofRow[GIVEN]);
        }
        for (int part : spec) {
            if (ofRow[part] == 0) {
                return 0;
            }
            hash = mix(hash, ofRow[part]);
        }
        return hash;
    }

    private static int symmetric(int a, int b) {
        return a == 0 || b == 0 ? 0 : mix(mix(1, Math.min(a, b)), Math.max(a, b));
    }

    /** Never 0. */
    static int mix(int hash, int part) {
        int h = (hash * 31 + part) * 0x85EBCA6B;
        h ^= h >>> 15;
        h *= 0xC2B2AE35;
        h ^= h >>> 13;
        return h == 0 ? 1 : h;
    }

    private static int hash(String text) {
        return mix(7, text.hashCode());
    }

    private static int number(int[] cells, int from, int feature) {
        return feature < 0 ? -1 : cells[from + feature];
    }

    /** What a surname's keys are made of; null where it is an initial. */
    private @Nullable String surnameText(int id) {
        return surnameText(names().sounds.get(id));
    }

    private static @Nullable String surnameText(String sound) {
        if (sound.length() < 2) {
            return null;
        }
        String consonants = consonants(NameLexicon.masculine(sound));
        return consonants.length() > 1 ? consonants : sound;
    }

    private int surnameStart(int id) {
        String text = surnameText(id);
        return text == null ? 0 : hash(text.substring(0, Math.min(2, text.length())));
    }

    private int surnameEnd(int id) {
        String text = surnameText(id);
        return text == null ? 0 : hash(text.substring(Math.max(0, text.length() - 3)));
    }

    private int surname(int id) {
        return surname(names().sounds.get(id));
    }

    private static int surname(String sound) {
        String text = surnameText(sound);
        return text == null ? 0 : hash(text);
    }

    private int surnameOfPress(int id) {
        return surname(names().soundOfPress(id));
    }

    private int surnameShape(int id) {
        return outline(id, SHAPE);
    }

    private int surnameOutline(int id) {
        return outline(id, OUTLINE);
    }

    private int outline(int id, String classes) {
        String sound = names().sounds.get(id);
        if (sound.length() < 2) {
            return 0;
        }
        String outline = sound.length() < 4 ? "" : outline(NameLexicon.masculine(sound), classes);
        return outline.length() > 1 ? hash(outline) : surname(id);
    }

    private int initial(int id) {
        String sound = names().sounds.get(id);
        // J. is a glide before a vowel, as Y. is.
        char first = names().values.get(id).startsWith("J") && sound.length() == 1 ? 'a' : sound.charAt(0);
        return mix(13, first >= 'a' && first <= 'z' ? INITIALS.charAt(first - 'a') : first);
    }

    private int name(int id) {
        int nameClass = names().classOf(id);
        return nameClass >= 0 && names().sounds.get(id).length() > 1 ? mix(11, nameClass) : surname(id);
    }

    private int nearName(int id) {
        int near = names().nearClass(id);
        return near >= 0 && names().sounds.get(id).length() > 1 ? mix(11, near) : surname(id);
    }

    private NameLexicon names() {
        return (NameLexicon) features.all.get(anyName).lexicon();
    }

    private int placeSound(int id) {
        return hash(consonants(Towns.of(features.all.get(place).lexicon().sounds.get(id))));
    }

    private int placeOutline(int id) {
        String town = Towns.of(features.all.get(place).lexicon().sounds.get(id));
        String outline = outline(town, OUTLINE);
        return hash(outline.isEmpty() ? town : outline);
    }

    /** Each sound's class, without repetitions; a space in {@code classes} is a sound left out. */
    private static String outline(String sound, String classes) {
        StringBuilder out = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            char c = sound.charAt(i);
            char own = c >= 'a' && c <= 'z' ? classes.charAt(c - 'a') : c;
            if (own != ' ' && (out.isEmpty() || out.charAt(out.length() - 1) != own)) {
                out.append(own);
            }
        }
        return out.toString();
    }

    /** The consonants as an ear has them, to which voiced and voiceless are one: Льфов is Львів. */
    private static String consonants(String sound) {
        String heard = Skeleton.consonants(sound);
        StringBuilder out = new StringBuilder(heard.length());
        for (int i = 0; i < heard.length(); i++) {
            char c = heard.charAt(i);
            char voiceless = c == 'b' ? 'p' : c == 'd' ? 't' : c == 'v' ? 'f' : c == 'z' ? 's' : c;
            if (out.isEmpty() || out.charAt(out.length() - 1) != voiceless || Character.isDigit(c)) {
                out.append(voiceless);
            }
        }
        return out.toString();
    }

    private int group(int[] cells, int from, int feature) {
        return feature < 0 || cells[from + feature] < 0
                ? 0
                : features.all.get(feature).lexicon().group(cells[from + feature]) + 1;
    }
}
