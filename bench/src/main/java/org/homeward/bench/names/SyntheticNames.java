package org.homeward.bench.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.homeward.bench.tracing.ForeignClerk;
import org.homeward.names.GivenNames;
import org.homeward.names.NameComparer;
import org.homeward.names.NameLevel;
import org.homeward.names.NameWeights;
import org.homeward.names.Romanisation;
import org.homeward.names.Skeleton;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of names of people who never lived, in two writings, and for each the names most like it of other people. Parts come from
 * lists of Ukrainian words with their Russian form; the writings vary as papers, registers and the press do.
 */
final class SyntheticNames {
    /** A Ukrainian word and the Russian form of it. */
    record Word(String ukrainian, String russian) {}

    private final Random random;
    private final @Nullable ForeignClerk clerk;
    private final Map<String, List<Word>> oneLetterAway = new HashMap<>();
    private final List<Word> given;
    private final List<Word> patronymics;
    private final List<Word> surnames;

    SyntheticNames(
            long seed, List<Word> given, List<Word> patronymics, List<Word> surnames, @Nullable ForeignClerk clerk) {
        this.clerk = clerk;
        random = new Random(seed);
        this.given = given;
        this.patronymics = patronymics;
        this.surnames = surnames;
    }

    /** Names of the part of the lists that is judged by, or of the part that is learned from. */
    static SyntheticNames from(NameLists lists, long seed, boolean judged) throws java.io.IOException {
        return new SyntheticNames(seed, lists.given(), lists.patronymics(), lists.surnames(judged), null);
    }

    /** Usual given names, written down by a clerk who neither knows the language nor sees a document. */
    static SyntheticNames foreign(NameLists lists, long seed, boolean judged) throws java.io.IOException {
        return new SyntheticNames(
                seed,
                usual(lists.given()),
                usual(lists.patronymics()),
                lists.surnames(judged),
                new ForeignClerk(new Random(seed)));
    }

    private static List<Word> usual(List<Word> words) {
        return words.stream()
                .filter(word -> GivenNames.classOf(Skeleton.of(word.ukrainian())) >= 0
                        || word.ukrainian().hashCode() % 50 == 0)
                .toList();
    }

    private record Person(Word surname, Word given, Word patronymic) {}

    /** {@code people} people: their own pair, and {@code neighbours} of the most like writings of others, labelled. */
    List<NameWeights.Labelled> labelled(int people, int neighbours) {
        List<String> lefts = new ArrayList<>();
        List<String> rights = new ArrayList<>();
        List<Person> made = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Person person = person();
            if (i > 0 && random.nextInt(4) == 0) {
                // A relative or a namesake: some parts are another person's, so that near neighbours are near.
                Person other = made.get(random.nextInt(made.size()));
                person = switch (random.nextInt(6)) {
                    case 4, 5 -> new Person(likeSurname(other.surname()), other.given(), other.patronymic());
                    case 0 -> new Person(other.surname(), person.given(), other.patronymic());
                    case 1 -> new Person(other.surname(), other.given(), person.patronymic());
                    case 2 -> new Person(person.surname(), other.given(), other.patronymic());
                    default -> new Person(other.surname(), person.given(), person.patronymic());
                };
            }
            made.add(person);
            boolean ukrainian = random.nextBoolean();
            lefts.add(write(person, ukrainian, 0.15));
            rights.add(write(person, random.nextInt(4) == 0 ? ukrainian : !ukrainian, 0.45));
        }
        List<NameWeights.Labelled> pairs = new ArrayList<>();
        Trigrams trigrams = new Trigrams(neighbours == 0 ? List.of() : rights);
        for (int i = 0; i < people; i++) {
            pairs.add(new NameWeights.Labelled(lefts.get(i), rights.get(i), true));
            int taken = 0;
            for (int other : trigrams.nearest(lefts.get(i), neighbours + 3)) {
                if (taken < neighbours && other != i && !sameName(made.get(other), made.get(i))) {
                    pairs.add(new NameWeights.Labelled(lefts.get(i), rights.get(other), false));
                    taken++;
                }
            }
        }
        return pairs;
    }

    /** The same of names of one word, half of them surnames and half given names: a column of a table, or all that is known. */
    List<NameWeights.Labelled> alone(int names, int neighbours) {
        List<String> lefts = new ArrayList<>();
        List<String> rights = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < names; i++) {
            Word word = i % 2 == 0 ? surnames.get(random.nextInt(surnames.size())) : one(given);
            boolean ukrainian = random.nextBoolean();
            words.add(word);
            lefts.add(capital(spelled(ukrainian, 0.15, word)[0]));
            rights.add(capital(spelled(random.nextInt(4) == 0 ? ukrainian : !ukrainian, 0.45, word)[0]));
        }
        List<NameWeights.Labelled> pairs = new ArrayList<>();
        Trigrams trigrams = new Trigrams(rights);
        for (int i = 0; i < names; i++) {
            pairs.add(new NameWeights.Labelled(lefts.get(i), rights.get(i), true));
            int taken = 0;
            for (int other : trigrams.nearest(lefts.get(i), 2 * neighbours)) {
                if (taken < neighbours
                        && other != i
                        && !sameWord(words.get(other), words.get(i), other % 2 + i % 2 == 2)) {
                    pairs.add(new NameWeights.Labelled(lefts.get(i), rights.get(other), false));
                    taken++;
                }
            }
        }
        return pairs;
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** One word; of given names also two forms of one, on which people would not agree. */
    private static boolean sameWord(Word a, Word b, boolean given) {
        return feminine(a, b)
                || given && NameComparer.compare(a.ukrainian(), b.ukrainian()).compareTo(NameLevel.RELATED) <= 0;
    }

    /** Frequent words come first in no list here, so the square of a random number makes some parts common. */
    private <T> T one(List<T> words) {
        double x = random.nextDouble();
        return words.get((int) (x * x * words.size()));
    }

    /** A surname that is one letter away, or, where there is none, that of a sample which has most trigrams in common. */
    private Word likeSurname(Word surname) {
        if (oneLetterAway.isEmpty()) {
            for (Word word : surnames.subList(0, Math.min(30_000, surnames.size()))) {
                for (String pattern : patterns(word)) {
                    oneLetterAway
                            .computeIfAbsent(pattern, p -> new ArrayList<>())
                            .add(word);
                }
            }
        }
        List<Word> near = new ArrayList<>();
        for (String pattern : patterns(surname)) {
            for (Word other : oneLetterAway.getOrDefault(pattern, List.of())) {
                if (!other.equals(surname) && !feminine(other, surname)) {
                    near.add(other);
                }
            }
        }
        if (!near.isEmpty() && random.nextBoolean()) {
            return near.get(random.nextInt(near.size()));
        }
        Word best = surnames.getFirst();
        double most = -1;
        Set<String> grams = Trigrams.grams(surname.ukrainian());
        for (int i = 0; i < 3000; i++) {
            Word other = one(surnames);
            Set<String> common = Trigrams.grams(other.ukrainian());
            int all = common.size() + grams.size();
            common.retainAll(grams);
            double like = common.size() / (double) (all - common.size());
            if (like > most && !other.equals(surname) && !feminine(other, surname)) {
                most = like;
                best = other;
            }
        }
        return best;
    }

    /** The Russian form with each letter in turn left open. */
    private static List<String> patterns(Word word) {
        List<String> patterns = new ArrayList<>();
        String russian = word.russian();
        for (int i = 1; i < russian.length(); i++) {
            patterns.add(russian.substring(0, i) + '*' + russian.substring(i + 1));
        }
        return patterns;
    }

    /** A woman's and a man's form of one surname are no two names. */
    private static boolean feminine(Word a, Word b) {
        return stem(a.russian()).equals(stem(b.russian()));
    }

    private static String stem(String surname) {
        return surname.replaceFirst("(?:ая|ый|ий|ой|а|яя)$", "");
    }

    private Person person() {
        return new Person(surnames.get(random.nextInt(surnames.size())), one(given), one(patronymics));
    }

    private static boolean sameName(Person a, Person b) {
        return a.given().equals(b.given())
                && a.patronymic().equals(b.patronymic())
                && feminine(a.surname(), b.surname());
    }

    private String write(Person person, boolean ukrainian, double latin) {
        String[] spelled = spelled(ukrainian, latin, person.surname(), person.given(), person.patronymic());
        String s = spelled[0];
        String g = spelled[1];
        String p = spelled[2];
        boolean initials = random.nextInt(14) == 0;
        if (initials) {
            g = g.substring(0, 1);
            p = p.substring(0, 1);
        }
        boolean withoutPatronymic = random.nextInt(6) == 0;
        List<String> parts = new ArrayList<>(List.of(s, g));
        if (!withoutPatronymic) {
            parts.add(p);
        }
        if (random.nextInt(5) == 0) {
            parts.add(parts.removeFirst());
        }
        StringBuilder out = new StringBuilder();
        boolean capitals = random.nextInt(4) == 0;
        for (String part : parts) {
            out.append(out.isEmpty() ? "" : " ");
            out.append(
                    capitals
                            ? part.toUpperCase(Locale.ROOT)
                            : Character.toUpperCase(part.charAt(0)) + part.substring(1));
            out.append(part.length() == 1 ? "." : "");
        }
        return out.toString();
    }

    /** The words as one hand writes them. */
    private String[] spelled(boolean ukrainian, double latin, Word... words) {
        String[] spelled = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            spelled[i] = ukrainian ? words[i].ukrainian() : words[i].russian();
        }
        if (clerk != null && latin > 0.2) {
            ForeignClerk.Habit habit = clerk.habit();
            for (int i = 0; i < words.length; i++) {
                spelled[i] = clerk.write(spelled[i], habit);
            }
        } else if (clerk == null && random.nextDouble() < latin) {
            Romanisation table;
            do {
                table = Romanisation.values()[random.nextInt(Romanisation.values().length)];
            } while (!table.reads(String.join("", spelled))
                    || ukrainian == table.name().contains("RUSSIAN"));
            for (int i = 0; i < words.length; i++) {
                spelled[i] = table.write(spelled[i]);
            }
        }
        for (int i = 0; i < Math.min(2, words.length) && clerk == null; i++) {
            spelled[i] = slip(spelled[i]);
        }
        return spelled;
    }

    private String slip(String word) {
        if (random.nextInt(14) != 0 || word.length() < 5) {
            return word;
        }
        return slip(word, word, random);
    }

    /** One letter left out, written twice, exchanged with the next, or another of {@code letters}; never the first or the last. */
    static String slip(String word, String letters, Random random) {
        int at = 1 + random.nextInt(word.length() - 2);
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            case 2 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            default ->
                word.substring(0, at) + letters.charAt(random.nextInt(letters.length())) + word.substring(at + 1);
        };
    }
}
