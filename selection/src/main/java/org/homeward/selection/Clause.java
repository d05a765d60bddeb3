package org.homeward.selection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One agreed clause. Numbers count only persons inside the balance; ALL and UNCONDITIONAL persons return with weight 0. A BAR is
 * absolute: it also keeps a person out of ALL and UNCONDITIONAL, because nobody is sent home against his will (Art. 109).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Clause.Count.class, name = "COUNT"),
    @JsonSubTypes.Type(value = Clause.Min.class, name = "MIN"),
    @JsonSubTypes.Type(value = Clause.Max.class, name = "MAX"),
    @JsonSubTypes.Type(value = Clause.Share.class, name = "SHARE"),
    @JsonSubTypes.Type(value = Clause.All.class, name = "ALL"),
    @JsonSubTypes.Type(value = Clause.Unconditional.class, name = "UNCONDITIONAL"),
    @JsonSubTypes.Type(value = Clause.Bar.class, name = "BAR"),
    @JsonSubTypes.Type(value = Clause.Must.class, name = "MUST"),
    @JsonSubTypes.Type(value = Clause.Together.class, name = "TOGETHER"),
    @JsonSubTypes.Type(value = Clause.Pair.class, name = "PAIR"),
    @JsonSubTypes.Type(value = Clause.If.class, name = "IF"),
    @JsonSubTypes.Type(value = Clause.Ratio.class, name = "RATIO"),
    @JsonSubTypes.Type(value = Clause.Rate.class, name = "RATE"),
    @JsonSubTypes.Type(value = Clause.Account.class, name = "ACCOUNT"),
    @JsonSubTypes.Type(value = Clause.Days.class, name = "DAYS"),
    @JsonSubTypes.Type(value = Clause.Objections.class, name = "OBJECTIONS")
})
public sealed interface Clause {
    /** Name of the clause, unique in the terms. */
    String id();

    /** The sentence the parties signed. */
    String text();

    /** Exactly {@code number} persons of the category return to the side. */
    record Count(String id, String text, String side, String category, long number) implements Clause {
        public Count {
            Terms.required("id", id);
            Terms.required("text", text);
            Terms.required("side", side);
            Terms.required("category", category);
            Terms.atLeast("number", 0, number);
        }
    }

    /** At least {@code number}. */
    record Min(String id, String text, String side, String category, long number) implements Clause {
        public Min {
            Terms.required("id", id);
            Terms.required("text", text);
            Terms.required("side", side);
            Terms.required("category", category);
            Terms.atLeast("number", 0, number);
        }
    }

    /** At most {@code number}. */
    record Max(String id, String text, String side, String category, long number) implements Clause {
        public Max {
            Terms.required("id", id);
            Terms.required("text", text);
            Terms.required("side", side);
            Terms.required("category", category);
            Terms.atLeast("number", 0, number);
        }
    }

    /** At least {@code percent} of the number of the COUNT clause {@code of}, rounded up. */
    record Share(String id, String text, String of, String category, long percent) implements Clause {
        public Share {
            Terms.required("id", id);
            Terms.required("text", text);
            Terms.required("of", of);
            Terms.required("category", category);
            Terms.between("percent", 0, 100, percent);
        }
    }

    /** Everyone of the category returns, outside the balance; without a side, on both sides. */
    record All(String id, String text, @Nullable String side, String category) implements Clause {
        public All {
            Terms.required("id", id);
            Terms.required("text", text);
            Terms.required("category", category);
        }
    }

    /** These persons return outside the exchange, whatever its balance. */
    record Unconditional(String id, String text, List<String> persons) implements Clause {
        public Unconditional {
            Terms.required("id", id);
            Terms.required("text", text);
            persons = List.copyOf(Terms.required("persons", persons));
        }
    }

    /** These persons do not return this time; a refusal, a death and a veto look alike here. */
    record Bar(String id, String text, List<String> persons) implements Clause {
        public Bar {
            Terms.required("id", id);
            Terms.required("text", text);
            persons = List.copyOf(Terms.required("persons", persons));
        }
    }

    /** These persons are on the list and are counted. */
    record Must(String id, String text, List<String> persons) implements Clause {
        public Must {
            Terms.required("id", id);
            Terms.required("text", text);
            persons = List.copyOf(Terms.required("persons", persons));
        }
    }

    /** All of them or none. */
    record Together(String id, String text, List<String> persons) implements Clause {
        public Together {
            Terms.required("id", id);
            Terms.required("text", text);
            persons = List.copyOf(Terms.required("persons", persons));
        }
    }

    /** The two, one of each side, both or neither. */
    record Pair(String id, String text, String first, String second) implements Clause {
        public Pair {
            Terms.required("id", id);
            Terms.required("text", text);
            Terms.required("first", first);
            Terms.required("second", second);
        }
    }

    /** {@code person} only if {@code needs}. */
    record If(String id, String text, String person, String needs) implements Clause {
        public If {
            Terms.required("id", id);
            Terms.required("text", text);
            Terms.required("person", person);
            Terms.required("needs", needs);
        }
    }

    /** For every {@code first} persons of the category returning to the first side, {@code second} return to the second. */
    record Ratio(String id, String text, String category, long first, long second) implements Clause {
        public Ratio {
            Terms.required("id", id);
            Terms.required("text", text);
            Terms.required("category", category);
            Terms.atLeast("first", 1, first);
            Terms.atLeast("second", 1, second);
        }
    }

    /**
     * The points of the two sides are equal, up to the ACCOUNT clause; a person has the points of his first category.
     *
     * @param most the most points that may go to either side this time; null for no limit
     */
    record Rate(
            String id,
            String text,
            List<Points> points,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long most) implements Clause {
        public Rate {
            Terms.required("id", id);
            Terms.required("text", text);
            points = List.copyOf(Terms.required("points", points));
            if (most != null) {
                Terms.atLeast("most", 0, most);
            }
        }

        /** Without a limit. */
        public Rate(String id, String text, List<Points> points) {
            this(id, text, points, null);
        }
    }

    /** What one person of a category is worth in a RATE clause. */
    record Points(String category, long points) {
        public Points {
            Terms.required("category", category);
            Terms.atLeast("points", 1, points);
        }
    }

    /**
     * Lets the RATE or RATIO clause {@code of} differ by at most {@code limit}.
     *
     * @param carried what earlier rounds left owed: points of the first side less those of the second
     */
    record Account(String id, String text, String of, long carried, long limit) implements Clause {
        public Account {
            Terms.required("id", id);
            Terms.required("text", text);
            Terms.required("of", of);
            Terms.atLeast("carried", -1_000_000, carried);
            Terms.atLeast("limit", 0, limit);
        }
    }

    /**
     * Those of the COUNT clause {@code of} return over several days, so many on each; the first of the list on the first, and those
     * who are kept TOGETHER on the same.
     *
     * @param numbers of each day in turn; together the number of the COUNT clause
     */
    record Days(String id, String text, String of, List<Long> numbers) implements Clause {
        public Days {
            Terms.required("id", id);
            Terms.required("text", text);
            Terms.required("of", of);
            numbers = List.copyOf(Terms.required("numbers", numbers));
            for (long number : numbers) {
                Terms.atLeast("numbers", 0, number);
            }
        }
    }

    /**
     * A published pool larger than what is taken from it, and a time in which its other side may object to persons in it. An
     * objection in time bars; one before the pool is published or after the last hour has no effect.
     *
     * @param side, category who is in the pool: everyone of the category who returns to that side
     * @param times how many times as large as the number taken from it the pool is at least, objections or not
     * @param opens when the pool was published
     * @param hours how long objections are heard
     */
    record Objections(
            String id,
            String text,
            String side,
            String category,
            long times,
            Instant opens,
            long hours,
            List<Objection> filed)
            implements Clause {
        public Objections {
            Terms.required("id", id);
            Terms.required("text", text);
            Terms.required("side", side);
            Terms.required("category", category);
            Terms.atLeast("times", 1, times);
            Terms.required("opens", opens);
            Terms.between("hours", 0, 10_000, hours);
            filed = List.copyOf(Terms.required("filed", filed));
        }

        /** The persons whom an objection in time bars. */
        public List<String> barred() {
            Instant closes = opens.plus(Duration.ofHours(hours));
            return filed.stream()
                    .filter(o -> !o.at().isBefore(opens) && !o.at().isAfter(closes))
                    .map(Objection::person)
                    .distinct()
                    .toList();
        }
    }

    /** One objection of an OBJECTIONS clause, and when it was filed. */
    record Objection(String person, Instant at) {
        public Objection {
            Terms.required("person", person);
            Terms.required("at", at);
        }
    }
}
