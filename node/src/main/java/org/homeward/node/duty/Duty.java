package org.homeward.node.duty;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One clock of the law, as data: most articles say "as soon as possible", so that each agreement sets a number.
 *
 * @param id what is owed
 * @param law the article that asks for it
 * @param of for whom
 * @param from what starts the clock
 * @param days from then; also from one fulfilment to the next where it is owed again
 * @param again whether it is owed again and again
 */
public record Duty(Id id, String law, Group of, From from, int days, boolean again) {
    /** A file of this name in a node's home takes the place of the built-in clocks. */
    public static final String FILE = "duties.json";

    private static final int LONGEST = 3_660;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** What is owed. */
    public enum Id {
        /** The card to the family and to the Central Agency. */
        CAPTURE_CARD,
        /** The report of a civilian who is held for more than two weeks. */
        CIVILIAN_REPORT,
        /** The state of health of the seriously wounded or sick, "every week if possible". */
        HEALTH_REPORT,
        /** That he is presented to the Mixed Medical Commission. */
        BOARD,
        /** That a commission's decision to repatriate is carried out. */
        BOARD_EXECUTION,
        /** The notification of a death, with its certificate. */
        DEATH_NOTIFICATION
    }

    /** For whom something is owed. */
    public enum Group {
        SOLDIER,
        CIVILIAN,
        /** The seriously wounded and sick, soldiers or not. */
        SERIOUS,
        /** Soldiers and civilians. */
        ANYBODY
    }

    /** What starts a clock. */
    public enum From {
        /** The first day that the register knows him in this side's hands. */
        CAPTURE,
        /** A commission's decision to repatriate him, as it is entered at the duty clocks. */
        BOARD_DECISION,
        /** The day on which two people of this side confirmed that he died. It ends all other clocks. */
        DEATH
    }

    public Duty {
        Objects.requireNonNull(id);
        Objects.requireNonNull(of);
        Objects.requireNonNull(from);
        if (law.isBlank() || law.length() > 80) {
            throw new IllegalArgumentException("each duty names its article, in at most 80 characters");
        }
        if (days < 1 || days > LONGEST) {
            throw new IllegalArgumentException("the days of " + id + " are from 1 to " + LONGEST + ", not " + days);
        }
    }

    /** The clocks of that home: its own file, or the built-in ones. */
    public static List<Duty> of(Path home) throws IOException {
        Path own = home.resolve(FILE);
        if (!Files.exists(own)) {
            try (InputStream in = Duty.class.getResourceAsStream(FILE)) {
                return parse(Objects.requireNonNull(in).readAllBytes(), FILE);
            }
        }
        return parse(Files.readAllBytes(own), own.toString());
    }

    static List<Duty> parse(byte[] json, String name) throws IOException {
        Duty[] duties;
        try {
            duties = JSON.readValue(json, Duty[].class);
        } catch (JacksonException e) {
            throw new IOException("The duty clocks in " + name + " cannot be read: " + e.getOriginalMessage()
                    + ". Mend the file, or take it away: the built-in clocks then run.");
        }
        Set<Id> seen = new HashSet<>();
        for (Duty duty : duties) {
            if (!seen.add(duty.id())) {
                throw new IOException("The duty clocks in " + name + " have " + duty.id() + " twice: leave one.");
            }
        }
        return List.of(duties);
    }
}
