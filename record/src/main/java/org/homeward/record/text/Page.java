package org.homeward.record.text;

import java.util.List;
import org.homeward.record.Article;

/** An article taken apart. Blocks, quotations and sentences stand in the order of the text. */
public record Page(
        Article article,
        Language language,
        List<Token> tokens,
        List<Block> blocks,
        List<Quotation> quotations,
        List<Sentence> sentences) {
    /** Takes an article apart; linear in its length. */
    public static Page of(Article article) {
        String text = article.text();
        Language language = Language.of(text);
        List<Token> tokens = Tokenizer.tokens(text);
        List<Block> blocks = Layout.blocks(text);
        List<Quotation> quotations = Quotations.find(text, blocks, language);
        return new Page(
                article,
                language,
                List.copyOf(tokens),
                List.copyOf(blocks),
                List.copyOf(quotations),
                List.copyOf(Sentences.of(text, tokens, blocks, quotations)));
    }
}
