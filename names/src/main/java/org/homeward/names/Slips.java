package org.homeward.names;

import java.util.Arrays;

/**
 * What it costs that one letter stands for another that no table and no language puts in its place: a slip of the pen may write any,
 * but an ear takes some sounds for others (voiced and voiceless, unstressed vowels), and an eye or a scanner some shapes.
 */
final class Slips {
    static final int SHIFT = 6;
    /** The cheapest slip, nats. */
    static final float LEAST = 10;

    private static final String EAR = "бп вф дт зс жш гк гх кх чщ чш шщ цс оа еи иы яе іи іе юу ео";
    private static final String EYE = "лп ни нп ип тг се со ео вб шщ цщ цш мн лн ії";

    private Slips() {}

    /** The costs by the numbers of both letters, the left's in the upper bits. */
    static float[] changes(Script left, Script right) {
        float[] changes = new float[1 << 2 * SHIFT];
        Arrays.fill(changes, EditModel.STRAY_CHANGE);
        if (left == Script.CYRILLIC && right == Script.CYRILLIC) {
            for (String pair : (EAR + " " + EYE).split(" ")) {
                int a = left.letters().indexOf(pair.charAt(0)) + 1;
                int b = left.letters().indexOf(pair.charAt(1)) + 1;
                changes[a << SHIFT | b] = LEAST;
                changes[b << SHIFT | a] = LEAST;
            }
        }
        return changes;
    }
}
