package org.homeward.record.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeward.record.Article;
import org.homeward.record.Span;
import org.homeward.record.statement.Derived;
import org.homeward.record.statement.Statement;
import org.jspecify.annotations.Nullable;

/** A draft as plain maps in a fixed order; every field that stands in the text carries its span and its words. */
public final class DraftJson {
    private final Article article;

    private DraftJson(Article article) {
        this.article = article;
    }

    /** The draft; nothing in it is confirmed. */
    public static Map<String, Object> of(Draft draft) {
        DraftJson json = new DraftJson(draft.article());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sha256", draft.article().sha256());
        all.put("published", draft.article().published().toString());
        all.put("language", draft.language());
        all.put("confirmed", false);
        all.put(
                "statements",
                numbered("S", draft.statements().stream().map(json::statement).toList()));
        all.put(
                "figures",
                numbered(
                        "F",
                        draft.figures().stream()
                                .map(f -> {
                                    Map<String, Object> m = new LinkedHashMap<>();
                                    m.put("number", json.span(f.number()));
                                    m.put("value", f.value());
                                    m.put("unit", json.span(f.unit()));
                                    m.put("scope", f.scope().isEmpty() ? null : f.scope());
                                    m.put("basis", name(f.basisKind()));
                                    m.put("basisWords", json.span(f.basis()));
                                    m.put("hedge", json.span(f.hedge()));
                                    m.put("statement", f.statement() < 0 ? null : f.statement());
                                    m.put(
                                            "claimant",
                                            f.statement() < 0
                                                    ? "the outlet; source not named"
                                                    : json.speaker(
                                                            draft.statements().get(f.statement())));
                                    return m;
                                })
                                .toList()));
        all.put(
                "times",
                numbered(
                        "T",
                        draft.times().stream()
                                .map(t -> {
                                    Map<String, Object> m = new LinkedHashMap<>();
                                    m.put("words", json.span(t.words()));
                                    m.put("type", name(t.type()));
                                    m.put("value", t.value());
                                    m.put("mod", t.mod());
                                    m.put("rule", t.rule());
                                    return m;
                                })
                                .toList()));
        all.put(
                "talks",
                numbered(
                        "R",
                        draft.talks().stream()
                                .map(d -> {
                                    Map<String, Object> m = new LinkedHashMap<>();
                                    m.put("kind", name(d.kind()));
                                    m.put("number", d.number());
                                    m.put("words", json.span(d.words()));
                                    m.put("venue", json.span(d.venue()));
                                    m.put("date", json.derived(d.date()));
                                    return m;
                                })
                                .toList()));
        all.put(
                "agreementsAndDemands",
                numbered(
                        "A",
                        draft.clauses().stream()
                                .map(c -> {
                                    Map<String, Object> m = new LinkedHashMap<>();
                                    m.put("type", name(c.type()));
                                    m.put("actor", json.span(c.actor()));
                                    m.put("antecedent", json.span(c.antecedent()));
                                    m.put("verb", json.span(c.verb()));
                                    m.put("text", json.span(c.text()));
                                    return m;
                                })
                                .toList()));
        all.put(
                "differences",
                draft.differences().stream()
                        .map(d -> {
                            Map<String, Object> m = new LinkedHashMap<>();
                            m.put("key", d.key());
                            m.put("sentence", d.sentence());
                            m.put("from", d.from().stream().map(json::span).toList());
                            return m;
                        })
                        .toList());
        return all;
    }

    /** The same maps with an id in front, by which a person confirms one of them: {@code S1}, {@code F2}. */
    private static List<Map<String, Object>> numbered(String letter, List<Map<String, Object>> entries) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            Map<String, Object> m = new LinkedHashMap<>();
            m.put("id", letter + (all.size() + 1));
            m.putAll(entry);
            all.add(m);
        }
        return all;
    }

    private Map<String, Object> statement(Statement s) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put(
                "tier",
                switch (s.tier()) {
                    case AGREE -> "two rules agree";
                    case SINGLE -> "one rule";
                    case UNATTRIBUTED -> "unattributed";
                });
        m.put("form", name(s.form()));
        m.put("headline", s.headline());
        m.put("speaker", span(s.speaker()));
        m.put("name", span(s.name()));
        m.put("capacity", span(s.capacity()));
        m.put("referent", derived(s.referent()));
        m.put("side", derived(s.side()));
        m.put("channel", span(s.channel()));
        m.put("cue", span(s.cue()));
        m.put("content", s.content().stream().map(this::span).toList());
        m.put("rule", s.rule());
        m.put(
                "inner",
                s.inner().stream()
                        .map(i -> Map.of("speaker", required(i.speaker()), "cue", required(i.cue())))
                        .toList());
        return m;
    }

    private @Nullable String speaker(Statement s) {
        Derived referent = s.referent();
        Span speaker = s.speaker();
        return referent != null ? referent.value() : speaker == null ? null : article.words(speaker);
    }

    private Map<String, Object> required(Span span) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("begin", span.begin());
        m.put("end", span.end());
        m.put("words", article.words(span));
        return m;
    }

    private @Nullable Map<String, Object> span(@Nullable Span span) {
        return span == null ? null : required(span);
    }

    private @Nullable Map<String, Object> derived(@Nullable Derived d) {
        if (d == null) {
            return null;
        }
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("value", d.value());
        m.put("rule", d.rule());
        List<Map<String, Object>> from = d.from().stream().map(this::required).toList();
        m.put("from", from);
        return m;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
