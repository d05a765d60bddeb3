package org.homeward.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.homeward.sample.SampleGenerator.Register;
import org.homeward.sample.SampleGenerator.Sample;
import org.homeward.sample.SampleGenerator.TruePair;

/** A sample as files. */
public final class SampleFiles {
    private SampleFiles() {}

    /** Writes registers, truth and a page that says what they are, into a folder that exists. */
    public static void write(Sample sample, long seed, Path folder) throws IOException {
        for (Register register : sample.registers()) {
            StringBuilder text = new StringBuilder("\uFEFF");
            line(text, register.header());
            register.rows().forEach(row -> line(text, row));
            Files.writeString(folder.resolve(register.side() + "-" + register.name() + ".csv"), text);
        }
        truth(sample.ofUa(), folder.resolve("truth-ua.csv"));
        truth(sample.ofRu(), folder.resolve("truth-ru.csv"));
        Files.writeString(folder.resolve("README.txt"), readme(sample, seed), StandardCharsets.UTF_8);
    }

    private static void truth(List<TruePair> pairs, Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        line(text, List.of("held_id", "sought_id", "errors"));
        pairs.forEach(p -> line(text, List.of(p.heldId(), p.soughtId(), String.join(" ", p.errors()))));
        Files.writeString(file, text);
    }

    private static void line(StringBuilder text, List<String> cells) {
        StringJoiner line = new StringJoiner(",", "", "\r\n");
        cells.forEach(cell -> line.add('"' + cell.replace("\"", "\"\"") + '"'));
        text.append(line);
    }

    private static String readme(Sample sample, long seed) {
        StringBuilder text = new StringBuilder();
        text.append("Synthetic registers, seed ").append(seed).append(". None of these people exists.\n\n");
        for (Register r : sample.registers()) {
            text.append(r.side())
                    .append('-')
                    .append(r.name())
                    .append(".csv: ")
                    .append(r.rows().size())
                    .append(
                            r.name().equals("held")
                                    ? " rows of people of the other side whom this side holds\n"
                                    : " rows of people of this side whom it seeks\n");
        }
        text.append("truth-ua.csv: ")
                .append(sample.ofUa().size())
                .append(" pairs of Ukrainians (ru-held, ua-sought) that are one person\n");
        text.append("truth-ru.csv: ")
                .append(sample.ofRu().size())
                .append(" pairs of Russians (ua-held, ru-sought) that are one person\n");
        return text.toString();
    }
}
