package org.homeward.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds direct quotations in English text and who they are given to.
 *
 * <p>The first rule reads the order of words beside the quotation (speaker-verb or verb-speaker). The second counts: a
 * sentence with one verb of saying and one mention outside the quotation leaves no choice. Neither sees the other's
 * answer. A quotation that stands alone is never given to the last speaker: on news that guess was right in 1 to 2 % of
 * cases.
 */
public final class Statements {
    private static final String CUE = "(?<cue>said|says|told|added|wrote|announced|warned|insisted|stressed|declared|"
            + "claimed|noted|explained|confirmed|denied|asked|admitted|argued|replied|stated)\\b";
    private static final String NOT_A_NAME = "(?!(?:The|A|An|On|In|At|It|But|And|This|That|These|There|However|After|"
            + "Before|When|While|As|If|For|Later|Earlier|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
            + "January|February|March|April|May|June|July|August|September|October|November|December)\\b)";
    private static final String MENTION = "(?<who>\\b(?:(?:[Hh]e|[Ss]he|[Tt]hey)\\b|" + NOT_A_NAME
            + "\\p{Lu}[\\p{L}'’-]++(?: \\p{Lu}[\\p{L}'’-]++){0,4}))";
    private static final Pattern QUOTE = Pattern.compile("“([^“”\\n]++)”|\"([^\"\\n]++)\"");
    private static final Pattern SPEAKER_VERB_AFTER =
            Pattern.compile("\\A,?\\s{0,3}" + MENTION + "(?:,[^,]{1,80},)? " + CUE);
    private static final Pattern VERB_SPEAKER_AFTER =
            Pattern.compile("\\A,?\\s{0,3}" + CUE + " (?:[a-z-]++ ){0,5}" + MENTION);
    private static final Pattern SPEAKER_VERB_BEFORE =
            Pattern.compile(MENTION + "(?:,[^,]{1,80},)? " + CUE + "(?: [^,:]{1,60})?[,:]?\\s{0,3}\\z");
    private static final Pattern ANY_MENTION = Pattern.compile(MENTION);
    private static final Pattern ANY_CUE = Pattern.compile("\\b" + CUE);
    private static final int WINDOW = 300;

    private Statements() {}

    private record Found(int begin, int end, int cueBegin, int cueEnd, String rule) {}

    /** Every direct quotation in the order of the text; linear in its length. */
    public static List<Statement> draft(Article article) {
        String text = article.text();
        List<Statement> drafts = new ArrayList<>();
        Matcher quote = QUOTE.matcher(text);
        int previousEnd = 0;
        while (quote.find()) {
            int group = quote.start(1) >= 0 ? 1 : 2;
            int from = sentenceBegin(text, quote.start(), previousEnd);
            int to = sentenceEnd(text, quote.end());
            // A quotation that ends its own sentence says nothing about the words that follow it.
            char last = text.charAt(quote.end() - 2);
            boolean closed = last == '.';
            Span content = article.span(quote.start(group), quote.end(group));
            drafts.add(attribute(article, content, from, quote.start(), quote.end(), closed ? quote.end() : to));
            previousEnd = quote.end();
        }
        return List.copyOf(drafts);
    }

    private static Statement attribute(Article article, Span content, int from, int open, int close, int to) {
        List<Found> found = new ArrayList<>();
        find(SPEAKER_VERB_AFTER, article.text(), close, to, "quote, speaker, verb", found);
        find(VERB_SPEAKER_AFTER, article.text(), close, to, "quote, verb, speaker", found);
        find(SPEAKER_VERB_BEFORE, article.text(), from, open, "speaker, verb, quote", found);
        if (found.size() != 1) {
            return new Statement(Statement.Tier.UNATTRIBUTED, content, null, null, "none");
        }
        Found only = found.getFirst();
        boolean agree = hasOneChoice(article.text(), from, open, close, to, only.begin());
        return new Statement(
                agree ? Statement.Tier.AGREE : Statement.Tier.SINGLE,
                content,
                article.span(only.begin(), only.end()),
                article.span(only.cueBegin(), only.cueEnd()),
                agree ? only.rule() + "; only choice in the sentence" : only.rule());
    }

    private static void find(Pattern pattern, String text, int from, int to, String rule, List<Found> found) {
        Matcher m = pattern.matcher(text).region(from, to);
        if (m.find()) {
            found.add(new Found(m.start("who"), m.end("who"), m.start("cue"), m.end("cue"), rule));
        }
    }

    private static boolean hasOneChoice(String text, int from, int open, int close, int to, int speaker) {
        List<Integer> mentions = new ArrayList<>(starts(ANY_MENTION, text, from, open));
        mentions.addAll(starts(ANY_MENTION, text, close, to));
        int cues = starts(ANY_CUE, text, from, open).size()
                + starts(ANY_CUE, text, close, to).size();
        return cues == 1 && mentions.equals(List.of(speaker));
    }

    private static List<Integer> starts(Pattern pattern, String text, int from, int to) {
        return pattern.matcher(text)
                .region(from, to)
                .results()
                .map(r -> r.start())
                .toList();
    }

    private static int sentenceBegin(String text, int at, int floor) {
        int i = at;
        while (i > floor && at - i < WINDOW && !endsSentence(text, i - 1)) {
            i--;
        }
        return i;
    }

    private static int sentenceEnd(String text, int at) {
        int i = at;
        while (i < text.length() && i - at < WINDOW && !endsSentence(text, i) && "“\"".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static boolean endsSentence(String text, int i) {
        char c = text.charAt(i);
        return c == '\n'
                || ((c == '.' || c == '!' || c == '?')
                        && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1))));
    }
}
