package org.homeward.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A checkpoint as words for the minutes of a meeting: signed by hand by all who sit there, it binds the tree outside any
 * computer, and can be read out over a telephone and typed back.
 *
 * <p>A word is 16 bits in five letters, consonant and vowel in turn, so that no language is needed to say it (Wilkerson,
 * "A Proposal for Proquints", arXiv:0901.4016). The root hash makes four lines of four words; the fifth word of a line is
 * a check over the line, its number, the log's name and the size, so that a slip of the pen is found in its line.
 *
 * @param checkpoint what is on the paper; has no extension lines
 */
public record PaperCheckpoint(Checkpoint checkpoint) {
    private static final String CONSONANTS = "bdfghjklmnprstvz";
    private static final String VOWELS = "aiou";
    private static final int LINES = 4;
    private static final int WORDS = 4;

    /** What goes on the paper: the log's name, the size, and four lines of five words. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("log  ").append(checkpoint.origin()).append('\n');
        text.append("size ").append(checkpoint.size()).append('\n');
        for (int line = 0; line < LINES; line++) {
            List<String> words = words(line);
            text.append(line + 1).append("    ").append(String.join(" ", words)).append("  ");
            text.append(check(checkpoint.origin(), checkpoint.size(), line, words))
                    .append('\n');
        }
        return text.toString();
    }

    private List<String> words(int line) {
        ByteBuffer root = ByteBuffer.wrap(checkpoint.root().bytes());
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            words.add(word(root.getShort(2 * (line * WORDS + i)) & 0xffff));
        }
        return words;
    }

    private static String word(int bits) {
        StringBuilder word = new StringBuilder(5);
        for (int shift : new int[] {12, 10, 6, 4, 0}) {
            boolean vowel = shift == 10 || shift == 4;
            word.append(vowel ? VOWELS.charAt((bits >> shift) & 3) : CONSONANTS.charAt((bits >> shift) & 15));
        }
        return word.toString();
    }

    /** The 16 bits of a word, or -1. */
    private static int bits(String word) {
        int bits = 0;
        for (int i = 0; i < word.length(); i++) {
            int found = (i % 2 == 1 ? VOWELS : CONSONANTS).indexOf(word.charAt(i));
            if (found < 0) {
                return -1;
            }
            bits = (bits << (i % 2 == 1 ? 2 : 4)) | found;
        }
        return word.length() == 5 ? bits : -1;
    }

    private static String check(String origin, long size, int line, List<String> words) {
        String covered = "homeward paper 1\n" + origin + "\n" + size + "\n" + line + "\n" + String.join(" ", words);
        byte[] digest = MerkleTree.sha256().digest(covered.getBytes(StandardCharsets.UTF_8));
        return word(ByteBuffer.wrap(digest).getShort() & 0xffff);
    }

    /** Reads what somebody typed from the paper: capitals, spaces and empty lines do not matter, anything else does. */
    public static Result<PaperCheckpoint> parse(String typed) {
        List<String> lines =
                typed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.size() != 2 + LINES) {
            return Result.refused(
                    "paper.lines", "The paper has six lines: log, size, and four numbered lines of five words.");
        }
        String[] log = lines.get(0).split("\\s+", 2);
        String[] size = lines.get(1).split("\\s+");
        long entries = size.length == 2 ? Base64Strict.decimal(size[1]) : -1;
        if (log.length != 2 || !log[0].equalsIgnoreCase("log") || !size[0].equalsIgnoreCase("size") || entries < 0) {
            return Result.refused(
                    "paper.head", "The first two lines are the word log and its name, and size and a number.");
        }
        ByteBuffer root = ByteBuffer.allocate(Hash.LENGTH);
        for (int line = 0; line < LINES; line++) {
            String[] words = lines.get(2 + line).toLowerCase(Locale.ROOT).split("\\s+");
            if (words.length != WORDS + 2 || !words[0].equals(Integer.toString(line + 1))) {
                return Result.refused("paper.line", "Line " + (line + 1) + " is its number and five words.");
            }
            for (int i = 0; i < WORDS; i++) {
                int bits = bits(words[1 + i]);
                if (bits < 0) {
                    return Result.refused(
                            "paper.word", "Word " + (i + 1) + " of line " + (line + 1) + " is no word of this kind.");
                }
                root.putShort((short) bits);
            }
            List<String> bare = List.of(words).subList(1, 1 + WORDS);
            if (!check(log[1], entries, line, bare).equals(words[1 + WORDS])) {
                return Result.refused(
                        "paper.check",
                        "Line " + (line + 1) + " does not fit its last word: compare it, the log's name and the size"
                                + " with the paper.");
            }
        }
        return Result.ok(new PaperCheckpoint(new Checkpoint(log[1], entries, Hash.of(root.array()))));
    }
}
