package org.homeward.bench.names;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.PersonNameComparator;
import no.priv.garshol.duke.comparators.QGramComparator;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.bm.BeiderMorseEncoder;

/** Comparators of names of other libraries, each given what ICU makes of a name in plain Latin letters, words in the order of letters. */
final class NamePeers {
    private static final Transliterator PLAIN =
            Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower; [^a-z ] Remove");

    private NamePeers() {}

    /** A peer: how like two names are, 1 the same; and what it is called. */
    record Peer(String name, ToDoubleBiFunction<String, String> scorer) {
        double likeness(String left, String right) {
            return scorer.applyAsDouble(left, right);
        }
    }

    static List<Peer> all() {
        DoubleMetaphone metaphone = new DoubleMetaphone();
        BeiderMorseEncoder beiderMorse = new BeiderMorseEncoder();
        return List.of(
                new Peer("Duke 1.2 PersonName, ICU Latin", duke(new PersonNameComparator())),
                new Peer("Duke 1.2 JaroWinkler, ICU Latin", duke(new JaroWinkler())),
                new Peer("Duke 1.2 QGram, ICU Latin", duke(new QGramComparator())),
                new Peer(
                        "commons-codec Double Metaphone",
                        keys(word -> new HashSet<>(Arrays.asList(
                                metaphone.doubleMetaphone(word), metaphone.doubleMetaphone(word, true))))),
                new Peer("commons-codec Beider-Morse", keys(word -> {
                    try {
                        return new HashSet<>(
                                Arrays.asList(beiderMorse.encode(word).split("[|()-]+")));
                    } catch (org.apache.commons.codec.EncoderException e) {
                        return Set.of();
                    }
                })));
    }

    static String plain(String name) {
        return PLAIN.transliterate(name);
    }

    private static ToDoubleBiFunction<String, String> duke(Comparator comparator) {
        Map<String, String> sorted = new HashMap<>();
        Function<String, String> sort = name -> {
            String[] words = plain(name).strip().split(" +");
            Arrays.sort(words);
            return String.join(" ", words);
        };
        return (left, right) ->
                comparator.compare(sorted.computeIfAbsent(left, sort), sorted.computeIfAbsent(right, sort));
    }

    /** The share of the words of the shorter name that have a phonetic key in common with a word of the other. */
    private static ToDoubleBiFunction<String, String> keys(Function<String, Set<String>> encoder) {
        Map<String, List<Set<String>>> known = new HashMap<>();
        Function<String, List<Set<String>>> encode = name ->
                Arrays.stream(plain(name).strip().split(" +")).map(encoder).toList();
        return (left, right) -> {
            List<Set<String>> a = known.computeIfAbsent(left, encode);
            List<Set<String>> b = known.computeIfAbsent(right, encode);
            long common = a.stream()
                    .filter(x ->
                            b.stream().anyMatch(y -> y.stream().anyMatch(key -> !key.isEmpty() && x.contains(key))))
                    .count();
            return common / (double) Math.max(1, Math.min(a.size(), b.size())) + 0.01 * common;
        };
    }
}
