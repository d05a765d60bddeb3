package org.homeward.node.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.node.exchange.DurableFiles;
import org.homeward.record.Article;
import org.homeward.record.Reading;
import org.homeward.record.confirmed.ConfirmedRecord;
import org.homeward.record.draft.Draft;
import org.homeward.record.draft.DraftJson;
import org.homeward.record.exchange.PublishedExchanges;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public record of a node, in a folder of its home: articles as they were pasted, the log of what people confirmed, rejected and
 * withdrew, and the table of published exchanges. One decision a call, in a person's name.
 */
public final class RecordDesk {
    /** What an article's address looks like: the SHA-256 of its text. */
    public static final String SHA = "[0-9a-f]{64}";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> KINDS =
            List.of("statements", "figures", "times", "talks", "agreementsAndDemands");

    private final Path home;
    private final Clock clock;

    public RecordDesk(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /** An article that was taken in: its text, and who published it when. */
    public record Kept(Article article, String outlet) {}

    /** What came of something that a person asked for. */
    public sealed interface Outcome {
        /** It is done; {@code where} is the article's SHA-256 or the number of the line. */
        record Ok(String where) implements Outcome {}

        /** It is not; the sentence says why and what to do. */
        record Refused(String sentence) implements Outcome {}
    }

    /** Keeps an article, so that its draft can be looked at; nothing is confirmed by it. */
    public synchronized Outcome take(byte[] bytes, @Nullable LocalDate published, String outlet) throws IOException {
        if (published == null) {
            return new Outcome.Refused(
                    "Give the day on which the article was published; weekdays are counted from it.");
        }
        return switch (Article.read(bytes, published)) {
            case Reading.Refused refused -> new Outcome.Refused(refused.sentence());
            case Reading.Accepted(Article article) -> {
                Map<String, Object> kept = new LinkedHashMap<>();
                kept.put("published", published.toString());
                kept.put("outlet", outlet.strip());
                kept.put("text", article.text());
                Path folder = home.resolve("articles");
                Files.createDirectories(folder);
                DurableFiles.replace(
                        folder.resolve(article.sha256() + ".new"),
                        JSON.writeValueAsBytes(kept),
                        folder.resolve(article.sha256() + ".json"));
                yield new Outcome.Ok(article.sha256());
            }
        };
    }

    /** The article of that address. */
    public Optional<Kept> article(String sha) {
        Path file = home.resolve("articles").resolve(sha + ".json");
        try {
            if (!sha.matches(SHA) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            JsonNode kept = JSON.readTree(Files.readAllBytes(file));
            byte[] text = kept.path("text").asString("").getBytes(StandardCharsets.UTF_8);
            Reading reading =
                    Article.read(text, LocalDate.parse(kept.path("published").asString("")));
            return reading instanceof Reading.Accepted(Article article)
                            && article.sha256().equals(sha)
                    ? Optional.of(new Kept(article, kept.path("outlet").asString("")))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** All articles, the newest publication first. */
    public List<Kept> articles() {
        Path folder = home.resolve("articles");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString().replace(".json", ""))
                    .flatMap(sha -> article(sha).stream())
                    .sorted((a, b) ->
                            b.article().published().compareTo(a.article().published()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The draft of an article as the command prints it: entries by kind, each with its id and its spans. */
    public static JsonNode draft(Article article) {
        // Read back as the log is: a number of another width would make an entry another one than its own line.
        return JSON.readTree(JSON.writeValueAsString(DraftJson.of(Draft.of(article))));
    }

    /** The entries of a draft, each with its kind. */
    public static List<Map.Entry<String, JsonNode>> entries(JsonNode draft) {
        List<Map.Entry<String, JsonNode>> all = new ArrayList<>();
        for (String kind : KINDS) {
            for (JsonNode entry : draft.path(kind)) {
                all.add(Map.entry(kind, entry));
            }
        }
        return all;
    }

    /**
     * Every line of the record, in order.
     *
     * @throws DamagedException when the log was changed; nothing of it is believed then
     */
    public synchronized List<ConfirmedRecord.Line> lines() {
        try (ConfirmedRecord record = opened()) {
            return record.lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConfirmedRecord opened() {
        return switch (ConfirmedRecord.open(home)) {
            case ConfirmedRecord.Opening.Opened(ConfirmedRecord record) -> record;
            case ConfirmedRecord.Opening.Refused(String sentence) -> throw new DamagedException(sentence);
        };
    }

    /** The log does not hold; the message names the line. */
    public static final class DamagedException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        DamagedException(String sentence) {
            super(sentence);
        }
    }

    /**
     * Confirms or rejects one entry of a draft.
     *
     * @param by the person's name
     */
    public synchronized Outcome decide(String sha, String id, boolean confirm, String by) throws IOException {
        Kept kept = article(sha).orElse(null);
        if (kept == null) {
            return new Outcome.Refused("There is no such article.");
        }
        for (Map.Entry<String, JsonNode> entry : entries(draft(kept.article()))) {
            if (entry.getValue().path("id").asString("").equals(id)) {
                return decide(kept, entry.getKey(), entry.getValue(), confirm, by);
            }
        }
        return new Outcome.Refused(
                "The draft has no entry " + (id.matches("[A-Z][0-9]{1,6}") ? id : "of that name") + ".");
    }

    private Outcome decide(Kept kept, String kind, JsonNode entry, boolean confirm, String by) throws IOException {
        try (ConfirmedRecord record = opened()) {
            ConfirmedRecord.Line there =
                    ConfirmedEntries.decision(record.lines(), kept.article().sha256(), entry);
            if (there != null) {
                return new Outcome.Refused("This entry is decided already, in line " + there.number() + ".");
            }
            Map<String, Object> line = line(by);
            line.put("outlet", kept.outlet().isEmpty() ? null : kept.outlet());
            line.put("article", kept.article().sha256());
            line.put("published", kept.article().published().toString());
            line.put("kind", confirm ? kind : ConfirmedEntries.REJECTED);
            line.put("entry", entry);
            return new Outcome.Ok(
                    Long.toString(record.append(JSON.writeValueAsString(line)).number()));
        }
    }

    /**
     * Withdraws a confirmed entry by a later one; the earlier line stays as it is.
     *
     * @param with the number of the entry that takes its place, or null
     */
    public synchronized Outcome withdraw(long number, @Nullable Long with, String reason, String by)
            throws IOException {
        if (reason.isBlank() || reason.length() > 1000) {
            return new Outcome.Refused("Say why, in at most a thousand characters.");
        }
        try (ConfirmedRecord record = opened()) {
            List<Long> standing = ConfirmedEntries.standing(record.lines()).stream()
                    .map(ConfirmedRecord.Line::number)
                    .toList();
            if (!standing.contains(number)) {
                return new Outcome.Refused("Line " + number + " is no confirmed entry that stands.");
            }
            if (with != null && (with == number || !standing.contains(with))) {
                return new Outcome.Refused("Line " + with + " is no other confirmed entry that stands.");
            }
            Map<String, Object> line = line(by);
            line.put("kind", ConfirmedEntries.WITHDRAWN);
            line.put("number", number);
            line.put("with", with);
            line.put("reason", reason.strip());
            return new Outcome.Ok(
                    Long.toString(record.append(JSON.writeValueAsString(line)).number()));
        }
    }

    private Map<String, Object> line(String by) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        line.put("by", by);
        return line;
    }

    /** Takes in a table of published exchanges; it replaces the one before. */
    public synchronized Outcome exchanges(byte[] bytes) throws IOException {
        return switch (PublishedExchanges.read(new String(bytes, StandardCharsets.UTF_8))) {
            case PublishedExchanges.Outcome.Refused(String sentence) -> new Outcome.Refused(sentence);
            case PublishedExchanges.Outcome.Read read -> {
                Files.createDirectories(home);
                DurableFiles.replace(home.resolve("exchanges.new"), bytes, home.resolve("exchanges.csv"));
                yield new Outcome.Ok("");
            }
        };
    }

    /** The table of published exchanges, if one was taken in. */
    public Optional<PublishedExchanges> exchanges() {
        Path file = home.resolve("exchanges.csv");
        try {
            return Files.isRegularFile(file)
                            && PublishedExchanges.read(Files.readString(file))
                                    instanceof PublishedExchanges.Outcome.Read(PublishedExchanges exchanges)
                    ? Optional.of(exchanges)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
