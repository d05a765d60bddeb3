package org.homeward.bench.names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** The peer of the search: words made Latin by ICU in a Lucene index, asked by trigrams or by a fuzzy term. */
final class LuceneSearch implements AutoCloseable {
    /** How it is asked. */
    enum Way {
        TRIGRAMS("ICU + Lucene 10 trigrams"),
        FUZZY("ICU + Lucene 10 fuzzy, 2 edits");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final Analyzer trigrams = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            KeywordTokenizer whole = new KeywordTokenizer();
            return new TokenStreamComponents(whole, new NGramTokenFilter(whole, 3, 3, true));
        }
    };
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LuceneSearch(List<String> words) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(trigrams))) {
            for (String word : words) {
                String plain = NamePeers.plain(word);
                Document document = new Document();
                document.add(new TextField("grams", " " + plain + " ", Field.Store.NO));
                document.add(new StringField("word", plain, Field.Store.NO));
                document.add(new StoredField("as written", word));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    List<String> best(String word, int k, Way way) throws IOException {
        String plain = NamePeers.plain(word);
        Query query = way == Way.FUZZY
                ? new FuzzyQuery(new Term("word", plain), 2)
                : new QueryBuilder(trigrams).createBooleanQuery("grams", " " + plain + " ");
        List<String> found = new ArrayList<>();
        if (query != null) {
            for (ScoreDoc hit : searcher.search(query, k).scoreDocs) {
                found.add(searcher.storedFields().document(hit.doc).get("as written"));
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        trigrams.close();
        directory.close();
    }
}
