package org.homeward.record.text;

/** The three languages that are read. */
public enum Language {
    ENGLISH,
    UKRAINIAN,
    RUSSIAN;

    /**
     * By script, then by the letters that only one of the two languages writes: surer for a short text than a model of
     * letter sequences.
     */
    static Language of(String text) {
        int latin = 0;
        int cyrillic = 0;
        int ukrainian = 0;
        int russian = 0;
        int limit = Math.min(text.length(), 50_000);
        for (int i = 0; i < limit; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (c >= 'a' && c <= 'z') {
                latin++;
            } else if (c >= '\u0400' && c <= '\u04ff') {
                cyrillic++;
                if ("ґєії".indexOf(c) >= 0) {
                    ukrainian++;
                } else if ("ыэъё".indexOf(c) >= 0) {
                    russian++;
                }
            }
        }
        if (latin >= cyrillic) {
            return ENGLISH;
        }
        return ukrainian > russian ? UKRAINIAN : RUSSIAN;
    }
}
