package org.homeward.sample;

import java.util.List;

/** A town in both languages, and the people that most of its inhabitants in the sample belong to. */
record Place(Language people, String ukrainian, String russian) {
    private static final List<Place> ALL = Lists.lines("places.txt").stream()
            .map(line -> line.split("\\|"))
            .map(p -> new Place(p[0].equals("UA") ? Language.UKRAINIAN : Language.RUSSIAN, p[1], p[2]))
            .toList();
    static final List<Place> UKRAINIANS = of(Language.UKRAINIAN);
    static final List<Place> RUSSIANS = of(Language.RUSSIAN);

    private static List<Place> of(Language people) {
        return ALL.stream().filter(p -> p.people() == people).toList();
    }

    String in(Language language) {
        return language.pick(ukrainian, russian);
    }
}
