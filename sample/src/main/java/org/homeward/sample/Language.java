package org.homeward.sample;

/** The two languages that the sides write in. */
public enum Language {
    UKRAINIAN,
    RUSSIAN;

    Language other() {
        return this == UKRAINIAN ? RUSSIAN : UKRAINIAN;
    }

    /** One of two texts that say the same. */
    String pick(String ukrainian, String russian) {
        return this == UKRAINIAN ? ukrainian : russian;
    }
}
