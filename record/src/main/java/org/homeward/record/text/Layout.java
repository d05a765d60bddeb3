package org.homeward.record.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a page into its blocks and says what each is for. */
final class Layout {
    private static final Pattern CAPTION = Pattern.compile(
            "(?iu)\\b(?:handout (?:photo|picture|image)|file photo|photo by|photo:|via reuters|via ap\\b|getty images|afp photo|"
                    + "this (?:photo|picture|image|handout)|pictured|фото:|світлина|иллюстративное фото|ілюстративне фото)|"
                    + "^\\[?\\d+/\\d+\\]|^item \\d+ of \\d+");
    private static final Pattern ENDS_SENTENCE = Pattern.compile("[.!?…:;][\"”’»“)\\]]*+\\s*\\z");

    private record Line(int begin, int end) {
        int length() {
            return end - begin;
        }
    }

    private Layout() {}

    static List<Block> blocks(String text) {
        List<Line> paragraphs = paragraphs(text);
        List<Block> blocks = new ArrayList<>();
        boolean body = false;
        String title = "";
        for (int i = 0; i < paragraphs.size(); i++) {
            Line line = paragraphs.get(i);
            String words = text.substring(line.begin, line.end);
            Block.Kind kind;
            boolean sentence = ENDS_SENTENCE.matcher(words).find();
            if (CAPTION.matcher(words).find() && !words.contains("\" ")) {
                kind = Block.Kind.CAPTION;
            } else if (isFurniture(words)) {
                kind = Block.Kind.FURNITURE;
            } else if (!body
                    && i == 0
                    && paragraphs.size() > 1
                    && words.length() < 220
                    && (!sentence || isShortTitle(words, line, paragraphs))) {
                kind = Block.Kind.HEADLINE;
                title = words.strip();
            } else if (!body
                    && !sentence
                    && words.length() < 220
                    && (words.strip().equals(title) || i < 4 && !title.isEmpty())) {
                kind = Block.Kind.HEADLINE;
            } else {
                kind = Block.Kind.BODY;
                body = true;
            }
            blocks.add(new Block(line.begin, line.end, kind));
        }
        return blocks;
    }

    /** Some outlets end a title with a point; it is then much shorter than the paragraph after it. */
    private static boolean isShortTitle(String words, Line line, List<Line> paragraphs) {
        return words.indexOf('"') < 0
                && words.indexOf('“') < 0
                && words.indexOf('«') < 0
                && line.length() < 100
                && words.strip().indexOf(". ") < 0
                && paragraphs.get(1).length() > 2 * line.length();
    }

    private static boolean isFurniture(String words) {
        String bare = words.strip();
        boolean letters = bare.chars().anyMatch(Character::isLetter);
        if (!letters || bare.length() < 3) {
            return true;
        }
        if (bare.length() > 60) {
            return false;
        }
        boolean capitals = bare.equals(bare.toUpperCase(java.util.Locale.ROOT)) && bare.split("\\s+").length < 6;
        boolean by = bare.startsWith("By ")
                && bare.length() < 60
                && !ENDS_SENTENCE.matcher(bare).find();
        return capitals && !bare.endsWith(".") && !Set.of('"', '“', '«').contains(bare.charAt(0)) || by;
    }

    /** Paragraphs: lines, or runs of lines where the text is wrapped at a fixed width. */
    private static List<Line> paragraphs(String text) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            int end = at;
            while (end < text.length() && !isLineEnd(text.charAt(end))) {
                end++;
            }
            lines.add(new Line(at, end));
            at = end + 1;
        }
        boolean wrapped = isWrapped(text, lines);
        List<Line> paragraphs = new ArrayList<>();
        int begin = -1;
        int last = -1;
        for (Line line : lines) {
            boolean blank = text.substring(line.begin, line.end).isBlank();
            if (blank || !wrapped) {
                if (begin >= 0) {
                    paragraphs.add(new Line(begin, last));
                    begin = -1;
                }
                if (!blank) {
                    paragraphs.add(line);
                }
            } else {
                begin = begin < 0 ? line.begin : begin;
                last = line.end;
            }
        }
        if (begin >= 0) {
            paragraphs.add(new Line(begin, last));
        }
        return paragraphs.stream().map(p -> trim(text, p)).toList();
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\f';
    }

    private static boolean isWrapped(String text, List<Line> lines) {
        int cut = 0;
        int inner = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            Line line = lines.get(i);
            Line next = lines.get(i + 1);
            if (line.length() == 0 || next.length() == 0) {
                continue;
            }
            inner++;
            String words = text.substring(line.begin, line.end);
            if (line.length() >= 45
                    && line.length() <= 120
                    && !ENDS_SENTENCE.matcher(words).find()) {
                cut++;
            }
        }
        return inner >= 3 && cut * 10 >= inner * 6;
    }

    private static Line trim(String text, Line line) {
        int begin = line.begin;
        int end = line.end;
        while (begin < end && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Line(begin, end);
    }
}
