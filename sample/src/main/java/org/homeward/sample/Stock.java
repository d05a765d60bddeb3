package org.homeward.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The words that people are made of: in each line the Ukrainian form, then the Russian. */
final class Stock {
    /** One word in both languages. */
    record Word(String uk, String ru) {
        String in(Side language) {
            return language == Side.UA ? uk : ru;
        }
    }

    /** A rank in the two languages and in English. */
    record Rank(String uk, String ru, String en) {
        String in(Side language) {
            return language == Side.UA ? uk : ru;
        }
    }

    static final List<Word> MALE = words("given-male.txt");
    static final List<Word> FEMALE = words("given-female.txt");
    static final List<Word> STEMS = words("stems.txt");
    static final List<Word> UA_PLACES = places("ua");
    static final List<Word> RU_PLACES = places("ru");
    static final List<Rank> RANKS = lines("ranks.txt").stream()
            .map(line -> line.split(";", -1))
            .map(cells -> new Rank(cells[0], cells[1], cells[2]))
            .toList();

    private Stock() {}

    private static List<Word> words(String file) {
        return lines(file).stream()
                .map(line -> line.split(" ", -1))
                .map(cells -> new Word(cells[0], cells[1]))
                .toList();
    }

    private static List<Word> places(String side) {
        return lines("places.txt").stream()
                .map(line -> line.split(" ", -1))
                .filter(cells -> cells[0].equals(side))
                .map(cells -> new Word(cells[1], cells[2]))
                .toList();
    }

    private static List<String> lines(String file) {
        try (InputStream in = Stock.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
