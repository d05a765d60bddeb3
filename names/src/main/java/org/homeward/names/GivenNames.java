package org.homeward.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Given names that are one name in Ukrainian and in Russian, with short forms, and those that are related but not equal;
 * patronymics follow by rule from the father's name. The classes are in {@code given-names.txt}.
 */
public final class GivenNames {
    private static final int[] NONE = {};
    private static final String CASES = ". a u om em i ei oi oiu ii e iu ov";
    /** The last six are how an ear writes them down: -офна, -офич, -овищ. */
    private static final Endings PATRONYMIC =
            Endings.of("oviq eviq iviq aviq ovn evn ivn iniqn aviqn ofn efn ifn ofiq efiq ovix", CASES);
    /** Ілліч, Кузьмич, Лукич: the ending alone, on names of a few men. */
    private static final Endings SHORT_PATRONYMIC = Endings.of("iq", CASES);

    private static final Set<String> ONLY_MEN = Set.of("kuzm", "luk", "hom", "fom", "sav", "il", "mikit", "nikit");
    private static final String[] NAME_CASES = {"ovi", "evi", "om", "em", "oi", "ei"};

    private static final Map<String, int[]> EXACT = new HashMap<>();
    private static final Map<String, int[]> BY_STEM = new HashMap<>();
    private static final Map<String, int[]> BY_CONSONANTS = new HashMap<>();
    private static final Map<Integer, int[]> RELATED = new HashMap<>();
    private static final Map<Integer, Integer> FIRSTS = new HashMap<>();
    private static final int SIZE = read();
    private static final int[][] RELATED_BY_CLASS = new int[SIZE][];

    static {
        for (int id = 0; id < SIZE; id++) {
            RELATED_BY_CLASS[id] = RELATED.getOrDefault(id, NONE);
        }
    }

    private GivenNames() {}

    private static int read() {
        Map<String, Integer> byFirst = new HashMap<>();
        Map<Integer, String> related = new HashMap<>();
        int id = 0;
        try (InputStream in = GivenNames.class.getResourceAsStream("given-names.txt")) {
            if (in == null) {
                throw new IllegalStateException("given-names.txt is not beside its class");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#") || line.isBlank()) {
                    continue;
                }
                boolean shortForms = false;
                for (String cell : line.split("\\|")) {
                    for (String name : cell.strip().split(" ")) {
                        if (name.startsWith("~") || related.containsKey(id)) {
                            related.merge(id, name.replace("~", ""), (a, b) -> a + " " + b);
                            continue;
                        }
                        byFirst.putIfAbsent(name, id);
                        String key = key(Skeleton.of(name));
                        add(EXACT, key, id);
                        if (!shortForms) {
                            FIRSTS.merge(id, Token.bit(Skeleton.of(name).charAt(0)), (a, b) -> a | b);
                            add(BY_STEM, stem(key), id);
                            add(BY_CONSONANTS, consonantKey(key), id);
                        }
                    }
                    shortForms = true;
                }
                id++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        related.forEach((from, names) -> {
            for (String name : names.split(" ")) {
                Integer to = byFirst.get(name);
                if (to != null) {
                    add(RELATED, from, to);
                    add(RELATED, to, from);
                }
            }
        });
        return id;
    }

    private static <K> void add(Map<K, int[]> map, K key, int id) {
        int[] had = map.getOrDefault(key, NONE);
        if (Arrays.stream(had).noneMatch(x -> x == id)) {
            int[] more = Arrays.copyOf(had, had.length + 1);
            more[had.length] = id;
            map.put(key, more);
        }
    }

    /** Romanisations disagree on g and h and on the glide at the end. */
    private static String key(String skeleton) {
        String key = skeleton.replace('g', 'h');
        return key.endsWith("ei") || key.endsWith("ai") || key.endsWith("oi") || key.endsWith("ui")
                ? key
                : key.endsWith("ii") ? key.substring(0, key.length() - 1) : key;
    }

    private static String stem(String key) {
        int end = key.length();
        while (end > 2 && Skeleton.isVowel(key.charAt(end - 1))) {
            end--;
        }
        return key.substring(0, end);
    }

    private static String consonantKey(String key) {
        boolean feminine = key.endsWith("a");
        return Skeleton.consonants(key) + (Skeleton.isVowel(key.charAt(0)) ? "+" : "-") + (feminine ? "f" : "m");
    }

    /** The first sounds of a class's full names, a bit each: Микола and Николай begin differently. */
    static int firsts(int id) {
        return FIRSTS.getOrDefault(id, 0);
    }

    /** How many classes there are. */
    public static int size() {
        return SIZE;
    }

    /** Whether a skeleton ends as a patronymic does, in any case form. */
    public static boolean isPatronymic(String skeleton) {
        if (skeleton.length() > 6
                && (skeleton.endsWith("ogli") || skeleton.endsWith("oglu") || skeleton.endsWith("kizi"))) {
            return true;
        }
        if (skeleton.length() <= 4 || skeleton.indexOf('v') < 0 && skeleton.indexOf('q') < 0) {
            return false;
        }
        int length = PATRONYMIC.longest(skeleton);
        if (length > 0) {
            return skeleton.length() > 5;
        }
        length = SHORT_PATRONYMIC.longest(skeleton);
        return length > 0 && ONLY_MEN.contains(stem(key(skeleton.substring(0, skeleton.length() - length))));
    }

    /** A patronymic's sounds without its ending. */
    static String father(String patronymic) {
        int length = PATRONYMIC.longest(patronymic);
        return patronymic.substring(
                0, patronymic.length() - (length > 0 ? length : SHORT_PATRONYMIC.longest(patronymic)));
    }

    /** The class of a given name's or a patronymic's skeleton, or -1. */
    public static int classOf(String skeleton) {
        int[] classes = classes(skeleton);
        return classes.length == 0 ? -1 : classes[0];
    }

    /** The sounds of a part of a name: where a Latin x may be ks or kh, those that make a known name. */
    public static String sound(String text) {
        String sound = Skeleton.of(text);
        boolean either = sound.contains("ks") && (text.indexOf('x') >= 0 || text.indexOf('X') >= 0);
        if (either && classes(sound).length == 0) {
            String breathed = sound.replace("ks", "h");
            return classes(breathed).length == 0 ? sound : breathed;
        }
        return sound;
    }

    /** Every class that a skeleton may belong to: short forms such as Саша have several. A patronymic has its father's. */
    static int[] classes(String skeleton) {
        if (skeleton.isEmpty()) {
            return NONE;
        }
        boolean patronymic = isPatronymic(skeleton);
        String name = key(patronymic ? father(skeleton) : skeleton);
        if (name.isEmpty()) {
            return NONE;
        }
        int[] exact = EXACT.get(name);
        if (exact != null && !patronymic) {
            return exact;
        }
        int[] byStem = BY_STEM.get(stem(name));
        if (byStem == null && !patronymic && name.length() > 4) {
            // Case forms: Андрієм, Олегом, Ігореві.
            for (String ending : NAME_CASES) {
                if (name.endsWith(ending)) {
                    byStem = BY_STEM.get(stem(name.substring(0, name.length() - ending.length())));
                    break;
                }
            }
        }
        if (byStem != null) {
            return byStem;
        }
        String consonants = consonantKey(name);
        int[] close = consonants.length() < 5 ? null : BY_CONSONANTS.get(consonants);
        return close != null && close.length == 1 ? close : NONE;
    }

    /** Whether other classes are related to this one. */
    static boolean hasRelated(int id) {
        return RELATED_BY_CLASS[id].length > 0;
    }

    static boolean share(int[] left, int[] right) {
        for (int a : left) {
            for (int b : right) {
                if (a == b) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean related(int[] left, int[] right) {
        for (int a : left) {
            if (share(RELATED_BY_CLASS[a], right)) {
                return true;
            }
        }
        return false;
    }
}
