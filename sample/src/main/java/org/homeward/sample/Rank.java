package org.homeward.sample;

import java.util.List;

/** A rank in three languages; lists run from the commonest. */
record Rank(String ukrainian, String russian, String english) {
    static final List<Rank> UKRAINIANS = List.of(
            new Rank("солдат", "солдат", "soldier"),
            new Rank("старший солдат", "старший солдат", "senior soldier"),
            new Rank("молодший сержант", "младший сержант", "junior sergeant"),
            new Rank("сержант", "сержант", "sergeant"),
            new Rank("старший сержант", "старший сержант", "senior sergeant"),
            new Rank("головний сержант", "главный сержант", "chief sergeant"),
            new Rank("молодший лейтенант", "младший лейтенант", "junior lieutenant"),
            new Rank("лейтенант", "лейтенант", "lieutenant"),
            new Rank("старший лейтенант", "старший лейтенант", "senior lieutenant"),
            new Rank("капітан", "капитан", "captain"),
            new Rank("майор", "майор", "major"));
    static final List<Rank> RUSSIANS = List.of(
            new Rank("рядовий", "рядовой", "private"),
            new Rank("єфрейтор", "ефрейтор", "private first class"),
            new Rank("молодший сержант", "младший сержант", "junior sergeant"),
            new Rank("сержант", "сержант", "sergeant"),
            new Rank("старший сержант", "старший сержант", "senior sergeant"),
            new Rank("старшина", "старшина", "sergeant major"),
            new Rank("прапорщик", "прапорщик", "warrant officer"),
            new Rank("лейтенант", "лейтенант", "lieutenant"),
            new Rank("старший лейтенант", "старший лейтенант", "senior lieutenant"),
            new Rank("капітан", "капитан", "captain"),
            new Rank("майор", "майор", "major"));

    String in(Language language) {
        return language.pick(ukrainian, russian);
    }
}
