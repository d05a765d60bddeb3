package org.homeward.cli.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.homeward.register.Field;
import org.homeward.register.ReadOutcome;
import org.homeward.register.RegisterReader;
import org.homeward.tracing.RuledOut;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every trace command has, and what their files say. */
final class TraceShared {
    @Option(names = "--map", paramLabel = "FILE", description = "meaning of columns, HEADER = FIELD a line")
    private @Nullable Path map;

    @Option(names = "--ruled-out", paramLabel = "FILE", description = "pairs that people found to be two persons")
    private @Nullable Path ruledOut;

    @Option(names = "--json", description = "JSON to standard output: a run's figures, or an object for each row found")
    boolean json;

    /** A file of these options cannot be used; the sentence says which and why. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** Reads a register whose columns mean what the map says. */
    ReadOutcome.Read read(Path register) throws IOException, Unusable {
        return switch (RegisterReader.read(register, meanings())) {
            case ReadOutcome.Refused refused -> throw new Unusable(refused.sentence());
            case ReadOutcome.Read read -> read;
        };
    }

    private Map<String, Field> meanings() throws Unusable {
        Map<String, Field> meanings = new HashMap<>();
        String flaw = map == null ? null : TraceInputs.readMap(map, meanings);
        if (flaw != null) {
            throw new Unusable(flaw);
        }
        return meanings;
    }

    /** The pairs that are ruled out; empty without a file. */
    Set<RuledOut> pairs() throws Unusable {
        if (ruledOut == null) {
            return Set.of();
        }
        Set<RuledOut> pairs = TraceInputs.readRuledOut(ruledOut);
        if (pairs == null) {
            throw new Unusable(TraceInputs.notRuledOut(ruledOut));
        }
        return pairs;
    }
}
