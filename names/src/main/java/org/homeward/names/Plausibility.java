package org.homeward.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How usual the sounds of a word are for a surname, by its triples of sounds: a slip of the pen makes a word that no surname sounds
 * like, another surname does not. The table is learned from a list of surnames and holds none of them.
 */
public final class Plausibility {
    private static final String FORMAT = "homeward-sound-triples 1";
    private static final String RESOURCE = "sound-triples.txt";
    /** a to z and the end of a word. */
    private static final int SOUNDS = 27;

    private static final int STEPS_PER_NAT = 6;
    private static final char ZERO = '!';
    private static final int MOST = 90;
    private static final byte[] COSTS = shipped();

    private Plausibility() {}

    private static byte[] shipped() {
        try (InputStream in = Plausibility.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not beside its class");
            }
            byte[] costs = new byte[SOUNDS * SOUNDS * SOUNDS];
            int at = 0;
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                for (int i = 0; i < line.length() && !line.startsWith("# "); i++) {
                    costs[at++] = (byte) (line.charAt(i) - ZERO);
                }
            }
            if (at != costs.length) {
                throw new IllegalStateException(RESOURCE + " has " + at + " triples, not " + costs.length);
            }
            return costs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code -ln P} of a word's sounds ({@link Skeleton}) as a surname, nats. */
    static float cost(String sound) {
        int sum = 0;
        int before = 0;
        int last = 0;
        for (int i = 0; i <= sound.length(); i++) {
            int now = i == sound.length() ? 0 : number(sound.charAt(i));
            sum += COSTS[(before * SOUNDS + last) * SOUNDS + now];
            before = last;
            last = now;
        }
        return sum / (float) STEPS_PER_NAT;
    }

    private static int number(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
    }

    /** The table of a list of surnames as the text of its file; every triple is given a little, seen or not. */
    public static List<String> learn(List<String> surnames, String source) {
        double[] counts = new double[SOUNDS * SOUNDS * SOUNDS];
        double[] pairs = new double[SOUNDS * SOUNDS];
        double[] singles = new double[SOUNDS];
        double all = 0;
        for (String surname : surnames) {
            String sound = Skeleton.of(surname);
            int before = 0;
            int last = 0;
            for (int i = 0; i <= sound.length(); i++) {
                int now = i == sound.length() ? 0 : number(sound.charAt(i));
                counts[(before * SOUNDS + last) * SOUNDS + now]++;
                pairs[last * SOUNDS + now]++;
                singles[now]++;
                all++;
                before = last;
                last = now;
            }
        }
        double[] ofTriple = new double[SOUNDS * SOUNDS];
        double[] ofPair = new double[SOUNDS];
        for (int i = 0; i < counts.length; i++) {
            ofTriple[i / SOUNDS] += counts[i];
        }
        for (int i = 0; i < pairs.length; i++) {
            ofPair[i / SOUNDS] += pairs[i];
        }
        List<String> lines = new ArrayList<>(List.of("# " + FORMAT, "# source: " + source));
        char[] line = new char[SOUNDS];
        for (int i = 0; i < counts.length; i++) {
            int context = i / SOUNDS;
            int last = context % SOUNDS;
            int now = i % SOUNDS;
            double one = (singles[now] + 0.5) / (all + 0.5 * SOUNDS);
            double two = (pairs[last * SOUNDS + now] + 5 * one) / (ofPair[last] + 5);
            double three = (counts[i] + 5 * two) / (ofTriple[context] + 5);
            line[now] = (char) (ZERO + Math.clamp(Math.round(-Math.log(three) * STEPS_PER_NAT), 0, MOST));
            if (now == SOUNDS - 1) {
                lines.add(new String(line));
                Arrays.fill(line, ZERO);
            }
        }
        return lines;
    }
}
