package org.homeward.protocol.bundle;

/**
 * One thing that was checked.
 *
 * @param file the file it is about, relative to the bundle
 * @param holds whether it holds
 * @param sentence what holds, or what is wrong
 */
public record Finding(String file, boolean holds, String sentence) {
    public static Finding good(String file, String sentence) {
        return new Finding(file, true, sentence);
    }

    public static Finding bad(String file, String sentence) {
        return new Finding(file, false, sentence);
    }
}
