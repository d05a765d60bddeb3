package org.homeward.bench.tracing;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.utils.Utils;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.homeward.register.Field;
import org.homeward.register.RegisterTable;
import org.jspecify.annotations.Nullable;

/**
 * What somebody builds from public Java libraries: Lucene's BM25 over trigrams finds candidates, Duke 1.2 compares and adds up, both on ICU's Latin. Duke's own
 * candidate search is Lucene's too, of a version that no longer fits beside a present one.
 */
final class TracePeer {
    private static final Transliterator PLAIN =
            Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower; [^a-z0-9 ] Remove");
    private static final int CANDIDATES = 25;
    private static final int MOST_CLAUSES = 200;
    private static final List<Field> FIELDS =
            List.of(Field.SURNAME, Field.GIVEN_NAME, Field.PATRONYMIC, Field.BIRTH_DATE, Field.BIRTH_PLACE);
    /** Duke's two probabilities a property, in the order of the fields: where it differs, where it agrees. */
    private static final List<Property> PROPERTIES = List.of(
            new PropertyImpl("surname", new JaroWinkler(), .1, .9),
            new PropertyImpl("given", new JaroWinkler(), .2, .75),
            new PropertyImpl("patronymic", new JaroWinkler(), .2, .75),
            new PropertyImpl("born", new Levenshtein(), .1, .95),
            new PropertyImpl("place", new JaroWinkler(), .4, .65));

    private final Map<String, String> latin = new HashMap<>();

    /** The pairs found, with Duke's probability. */
    static List<Curve.Scored> trace(RegisterTable held, RegisterTable sought) throws IOException {
        return new TracePeer().run(held, sought);
    }

    private List<Curve.Scored> run(RegisterTable held, RegisterTable sought) throws IOException {
        List<@Nullable String[]> rows = plain(sought);
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(trigrams()))) {
                for (@Nullable String[] row : rows) {
                    Document document = new Document();
                    document.add(new TextField("text", text(row), Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return search(new IndexSearcher(reader), plain(held), rows);
            }
        }
    }

    private static List<Curve.Scored> search(
            IndexSearcher searcher, List<@Nullable String[]> held, List<@Nullable String[]> sought) throws IOException {
        List<Curve.Scored> pairs = new ArrayList<>();
        for (int h = 0; h < held.size(); h++) {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            int clauses = 0;
            for (String word : text(held.get(h)).split(" ")) {
                for (int i = 0; i + 3 <= word.length() && clauses < MOST_CLAUSES; i++) {
                    query.add(new TermQuery(new Term("text", word.substring(i, i + 3))), Occur.SHOULD);
                    clauses++;
                }
            }
            for (ScoreDoc hit : searcher.search(query.build(), CANDIDATES).scoreDocs) {
                double probability = .5;
                for (int f = 0; f < PROPERTIES.size(); f++) {
                    String left = held.get(h)[f];
                    String right = sought.get(hit.doc)[f];
                    if (left != null && right != null) {
                        probability = Utils.computeBayes(
                                probability, PROPERTIES.get(f).compare(left, right));
                    }
                }
                pairs.add(new Curve.Scored((long) h << 32 | hit.doc, probability));
            }
        }
        return pairs;
    }

    private static Analyzer trigrams() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                WhitespaceTokenizer words = new WhitespaceTokenizer();
                TokenFilter grams = new NGramTokenFilter(words, 3);
                return new TokenStreamComponents(words, grams);
            }
        };
    }

    private static String text(@Nullable String[] row) {
        StringBuilder text = new StringBuilder();
        for (String cell : row) {
            if (cell != null) {
                text.append(text.isEmpty() ? "" : " ").append(cell);
            }
        }
        return text.toString();
    }

    private List<@Nullable String[]> plain(RegisterTable table) {
        List<@Nullable String[]> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            @Nullable String[] plain = new String[FIELDS.size()];
            for (int f = 0; f < plain.length; f++) {
                int column = table.column(FIELDS.get(f));
                String value = column < 0 ? null : table.value(row, column);
                plain[f] = value == null
                        ? null
                        : FIELDS.get(f) == Field.BIRTH_DATE
                                ? date(value)
                                : latin.computeIfAbsent(value, PLAIN::transliterate);
            }
            rows.add(plain);
        }
        return rows;
    }

    /** Year, month, day without marks, whatever the order was. */
    private static String date(String value) {
        String[] parts = value.split("[.\\-]");
        StringBuilder date = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            date.append(parts[parts[0].length() == 4 ? i : parts.length - 1 - i].toLowerCase(Locale.ROOT));
        }
        return date.toString();
    }
}
