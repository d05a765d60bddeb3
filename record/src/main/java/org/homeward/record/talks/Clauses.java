package org.homeward.record.talks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.record.Article;
import org.homeward.record.Span;
import org.homeward.record.text.Block;
import org.homeward.record.text.Page;
import org.homeward.record.text.Sentence;
import org.homeward.record.text.Token;
import org.jspecify.annotations.Nullable;

/** Finds acts of negotiation by the verb and its complement, sentence by sentence. */
public final class Clauses {
    private static final int U = Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE;
    private static final String ADVERB =
            "(?:also |now |still |again |jointly |finally |также |тоже |сегодня |також |теж )?";

    /**
     * @param begins the first letters of the words that carry the act: a sentence without any of them is passed over, since the
     *     expression is slow
     */
    private record Rule(Clause.Type type, Pattern verb, List<String> begins) {
        boolean mayStandIn(List<Token> tokens) {
            for (Token token : tokens) {
                for (String word : begins) {
                    if (token.lower().startsWith(word)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(
                    Clause.Type.AGREEMENT,
                    verb("(?:have |had |has )?" + ADVERB
                            + "(?:agreed (?:to|on|upon|that)|reached (?:an agreement|a deal) (?:on|to))"),
                    List.of("agreed", "reached")),
            new Rule(
                    Clause.Type.AGREEMENT,
                    verb(
                            "(?:договорились|согласовали|согласились|договорилися|домовилися|домовились|погодилися|узгодили)"),
                    List.of("договор", "соглас", "домови", "погодил", "узгодил")),
            new Rule(
                    Clause.Type.DEMAND,
                    verb(
                            "(?:is |are |was |were |has been )?" + ADVERB
                                    + "(?:demanding|demands|demanded|wants|insists on|insisted on|insists that|is insisting that|requires that)(?: that)?"),
                    List.of("demand", "wants", "insist", "requires")),
            new Rule(
                    Clause.Type.DEMAND,
                    verb(
                            ADVERB
                                    + "(?:требует|требуют|потребовал|потребовала|потребовали|настаивает на|настаивают на|хочет|добивается|вимагає|вимагають|зажадав|зажадала|наполягає на|хоче|домагається)"),
                    List.of(
                            "треб",
                            "потреб",
                            "настаива",
                            "хочет",
                            "добива",
                            "вимага",
                            "зажада",
                            "наполяга",
                            "хоче",
                            "домага")),
            new Rule(
                    Clause.Type.PROPOSAL,
                    verb("(?:has |have |had )?" + ADVERB
                            + "(?:proposed|offered|offers|proposes|is proposing)(?: to| that)?"),
                    List.of("propos", "offer")),
            new Rule(
                    Clause.Type.PROPOSAL,
                    verb(
                            "(?:предложил|предложила|предложили|предлагает|запропонував|запропонувала|запропонували|пропонує)"),
                    List.of("предл", "запропон", "пропон")),
            new Rule(
                    Clause.Type.REFUSAL,
                    verb("(?:has |have |had )?" + ADVERB
                            + "(?:rejected|rejects|refused to|refuses to|ruled out|rules out)"),
                    List.of("reject", "refuse", "ruled", "rules")),
            new Rule(
                    Clause.Type.REFUSAL,
                    verb(
                            "(?:отверг|отвергла|отвергли|отвергает|отказался|отказалась|отказались|відкинув|відкинула|відкинули|відкидає|відмовився|відмовилася|відмовились)"),
                    List.of("отверг", "отказал", "відкин", "відмов")));

    private static final Pattern ACTOR = Pattern.compile(
            "(?<a>(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he|Он|Она|Они|Він|Вона|Вони)|(?:(?:the|The|both|Both|two|Two) )?[\\p{L}.'’-]*(?:\\p{Lu}|sides|parties|стороны|сторони)[\\p{L}.'’-]*(?:(?:,? (?:and |и |та |і )?)(?:the )?[\\p{L}.'’-]+){0,6}?)\\s*\\z");

    /** What follows the act in its sentence is who said so: it is not part of the act. */
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "[,.!?][\"”»]|,\\s[^,\"“”«»]{2,60}\\s(?:said|says|told|announced|added|сообщил|заявил|сказал|повідомив|заявив|сказав)(?![\\p{L}])");

    private Clauses() {}

    private static Pattern verb(String verbs) {
        return Pattern.compile("(?<![\\p{L}])" + verbs + "(?![\\p{L}])", U);
    }

    /** Every act in the order of the text. What stands in a title is left out: the body says it again, and more exactly. */
    public static List<Clause> find(Page page) {
        Article article = page.article();
        List<Clause> clauses = new ArrayList<>();
        Clause previous = null;
        int previousBlock = -9;
        List<Token> tokens = page.tokens();
        int from = 0;
        int to = 0;
        for (Sentence sentence : page.sentences()) {
            if (sentence.kind() != Block.Kind.BODY) {
                continue;
            }
            from = to;
            while (from < tokens.size() && tokens.get(from).begin() < sentence.begin()) {
                from++;
            }
            to = from;
            while (to < tokens.size() && tokens.get(to).begin() < sentence.end()) {
                to++;
            }
            Clause clause = clause(
                    article,
                    sentence,
                    tokens.subList(from, to),
                    sentence.block() - previousBlock <= 1 ? previous : null);
            if (clause != null) {
                clauses.add(clause);
                previous = clause;
                previousBlock = sentence.block();
            }
        }
        return List.copyOf(clauses);
    }

    private static @Nullable Clause clause(
            Article article, Sentence sentence, List<Token> tokens, @Nullable Clause previous) {
        String text = article.text();
        for (Rule rule : RULES) {
            if (!rule.mayStandIn(tokens)) {
                continue;
            }
            Matcher m = rule.verb.matcher(text).region(sentence.begin(), sentence.end());
            m.useTransparentBounds(true);
            if (!m.find()) {
                continue;
            }
            int end = sentence.end();
            int begin = m.end();
            while (begin < end && (Character.isWhitespace(text.charAt(begin)) || text.charAt(begin) == ',')) {
                begin++;
            }
            while (end > begin && ".!?\"”»".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            Matcher after = ATTRIBUTION.matcher(text).region(begin, end);
            if (after.find()) {
                end = after.start();
            }
            if (end - begin < 4) {
                continue;
            }
            int from = Math.max(m.start() - 90, clauseBegin(text, sentence.begin(), m.start()));
            Matcher actor = ACTOR.matcher(text).region(from, m.start());
            Span who = null;
            if (actor.find() && m.start() - actor.start("a") < 120) {
                int last = actor.end("a");
                who = last > actor.start("a") ? article.span(actor.start("a"), last) : null;
            }
            boolean pronoun =
                    who != null && who.end() - who.begin() <= 4 && Character.isLetter(text.charAt(who.begin()));
            Span antecedent = pronoun && previous != null
                    ? previous.antecedent() == null ? previous.actor() : previous.antecedent()
                    : null;
            return new Clause(rule.type, who, antecedent, article.span(m.start(), m.end()), article.span(begin, end));
        }
        return null;
    }

    private static int clauseBegin(String text, int from, int to) {
        int begin = from;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '"'
                    || text.charAt(i) == '“'
                    || text.charAt(i) == '«'
                    || text.charAt(i) == ';'
                    || text.charAt(i) == ':') {
                begin = i + 1;
            }
        }
        return begin;
    }
}
