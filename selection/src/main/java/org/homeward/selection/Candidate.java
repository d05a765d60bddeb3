package org.homeward.selection;

import java.time.LocalDate;
import java.util.Map;

/**
 * A matched person who may be exchanged. Every field comes from the record both sides confirmed.
 *
 * @param id name of the person inside this exchange; no meaning of its own
 * @param side the side he returns to
 * @param heldSince first day of captivity
 * @param attributes further agreed attributes (region, camp), by name
 */
public record Candidate(
        String id,
        String side,
        Kind kind,
        Medical medical,
        LocalDate heldSince,
        String rank,
        LocalDate birth,
        Map<String, String> attributes) {
    /** Soldiers and civilians travel on separate tracks: one never balances the other. */
    public enum Kind {
        SOLDIER,
        CIVILIAN
    }

    /** SERIOUS is the seriously wounded and sick of Third Geneva Convention, Art. 109 and 110. */
    public enum Medical {
        NONE,
        WOUNDED_OR_SICK,
        SERIOUS
    }

    public Candidate {
        attributes = Map.copyOf(attributes);
    }

    /** The value of an attribute as terms write it; empty when the person has none. */
    public String attribute(String name) {
        return switch (name) {
            case "id" -> id;
            case "side" -> side;
            case "kind" -> kind.name();
            case "medical" -> medical.name();
            case "heldSince" -> heldSince.toString();
            case "rank" -> rank;
            case "birth" -> birth.toString();
            default -> attributes.getOrDefault(name, "");
        };
    }
}
