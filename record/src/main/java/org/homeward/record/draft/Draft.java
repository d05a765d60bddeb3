package org.homeward.record.draft;

import java.util.List;
import org.homeward.record.Article;
import org.homeward.record.figure.Figure;
import org.homeward.record.figure.Figures;
import org.homeward.record.statement.Statement;
import org.homeward.record.statement.Statements;
import org.homeward.record.talks.Calendar;
import org.homeward.record.talks.Clause;
import org.homeward.record.talks.Clauses;
import org.homeward.record.talks.TalksDay;
import org.homeward.record.text.Page;
import org.homeward.record.time.TimeExpression;
import org.homeward.record.time.TimeFinder;

/** All that is read from one article. Nothing of it counts until a person has confirmed it. */
public record Draft(
        Article article,
        String language,
        List<Statement> statements,
        List<Figure> figures,
        List<TimeExpression> times,
        List<TalksDay> talks,
        List<Clause> clauses,
        List<Difference> differences) {
    /** Reads an article; linear in its length. */
    public static Draft of(Article article) {
        Page page = Page.of(article);
        List<Statement> statements = Statements.draft(page);
        List<TimeExpression> times = TimeFinder.find(page);
        return new Draft(
                article,
                switch (page.language()) {
                    case ENGLISH -> "en";
                    case RUSSIAN -> "ru";
                    case UKRAINIAN -> "uk";
                },
                statements,
                Figures.find(page, statements),
                times,
                Calendar.find(page, times),
                Clauses.find(page),
                Differences.find(article, statements, times));
    }
}
