package org.homeward.bench.record;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.homeward.record.Article;
import org.homeward.record.Reading;
import org.homeward.record.draft.Draft;

/** Drafts of the public record, measured: who is reported to have said what, times, numbers of people; articles a second. */
public final class RecordBench {
    private static final List<String> LANGUAGES = List.of("en", "uk", "ru");
    private static final int WARM_ROUNDS = 30;
    private static final long MEASURED_NANOS = 10_000_000_000L;

    private RecordBench() {}

    /** Arguments: development or held-out (the scores), misses (with each one in words), speed. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> wanted = List.of(args);
        if (wanted.isEmpty()
                || !List.of("development", "held-out", "misses", "speed").containsAll(wanted)) {
            System.err.println("usage: RecordBench [development] [held-out] [misses] [speed]");
            System.exit(2);
        }
        out.printf(
                Locale.ROOT,
                "JDK %s, %d processors, heap %d MiB%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        for (String half : List.of("development", "held-out")) {
            if (wanted.contains(half)) {
                for (String language : LANGUAGES) {
                    print(out, half, language, wanted.contains("misses"));
                }
            }
        }
        if (wanted.contains("speed")) {
            speed(out);
        }
    }

    private static void print(PrintStream out, String half, String language, boolean misses) {
        List<GoldArticle> articles = GoldArticle.load(language, half);
        Scores scores = Scores.of(articles);
        out.printf(Locale.ROOT, "%n%s, %s: %d articles%n", half, language, articles.size());
        out.println("  statements, two rules   " + scores.agree());
        out.println("  statements, all shown   " + scores.all());
        out.printf(
                Locale.ROOT,
                "  wrong speaker in the tier of two rules: %d of %d; pronouns resolved rightly: %d of %d%n",
                scores.agreeWrongSpeaker(),
                scores.agreeContent(),
                scores.pronounsRight(),
                scores.pronouns());
        out.println("  time values             " + scores.times());
        out.println("  numbers of people       " + scores.figures() + ", basis right " + scores.basisRight());
        if (misses) {
            for (GoldArticle article : articles) {
                out.println("  " + article.id());
                Scorer.of(article, draft(article)).misses().forEach(m -> out.println("    " + m.replace('\n', ' ')));
            }
        }
    }

    private static void speed(PrintStream out) {
        List<Article> articles = new ArrayList<>();
        long characters = 0;
        for (String half : List.of("development", "held-out")) {
            for (String language : LANGUAGES) {
                for (GoldArticle gold : GoldArticle.load(language, half)) {
                    articles.add(article(gold));
                    characters += gold.text().length();
                }
            }
        }
        long sum = 0;
        for (int round = 0; round < WARM_ROUNDS; round++) {
            for (Article article : articles) {
                sum += Draft.of(article).statements().size();
            }
        }
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long drafted = 0;
        while (threads.getCurrentThreadCpuTime() - cpu < MEASURED_NANOS) {
            for (Article article : articles) {
                sum += Draft.of(article).statements().size();
                drafted++;
            }
        }
        double seconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        long peak = heap.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum();
        out.printf(
                Locale.ROOT,
                "%nspeed: %.0f articles a CPU second (one thread, %d articles of %d characters on average, %d drafts, %d statements);"
                        + " peak of the heap's pools %d MiB%n",
                drafted / seconds,
                articles.size(),
                characters / articles.size(),
                drafted,
                sum,
                peak >> 20);
    }

    static Draft draft(GoldArticle gold) {
        return Draft.of(article(gold));
    }

    private static Article article(GoldArticle gold) {
        Reading reading = Article.read(gold.text().getBytes(StandardCharsets.UTF_8), gold.published());
        if (reading instanceof Reading.Accepted accepted) {
            return accepted.article();
        }
        throw new IllegalArgumentException(gold.id() + ": " + ((Reading.Refused) reading).sentence());
    }
}
