package org.homeward.protocol.exchange;

import java.util.List;
import java.util.Optional;
import org.homeward.protocol.exchange.RateTable.Rate;

/**
 * Tables of the past that can be named instead of written out. What was once published under a name and version never changes; a
 * correction is another version.
 */
public final class RateTables {
    /** The cartel of Dix and Hill, 22 July 1862 (Official Records, series II, volume IV, page 266). */
    private static final RateTable DIX_HILL = new RateTable(
            "dix-hill-1862",
            1,
            List.of(
                    rate(60, "general commanding-in-chief", "admiral"),
                    rate(40, "flag-officer", "major-general", "major general"),
                    rate(20, "commodore", "brigadier-general", "brigadier general"),
                    rate(15, "captain in the navy", "colonel"),
                    rate(10, "lieutenant-colonel", "lieutenant colonel", "commander"),
                    rate(8, "lieutenant-commander", "lieutenant commander", "major"),
                    rate(6, "captain", "lieutenant in the navy", "master in the navy"),
                    rate(4, "master's mate", "lieutenant", "ensign"),
                    rate(3, "midshipman", "warrant officer"),
                    rate(2, "petty officer", "sergeant", "corporal", "non-commissioned officer"),
                    rate(1, "private", "common seaman", "seaman")),
            1);

    /**
     * The cartel between Great Britain and the United States, 12 May 1813, from which the later one was drafted. The rows of four men and fewer are as
     * the extract gives them that was ordered for use in March 1862 (Official Records, series II, volume I, page 172); those above are as
     * histories give them, and were not compared with the text itself.
     */
    private static final RateTable CARTEL_1813 = new RateTable(
            "cartel-1813",
            1,
            List.of(
                    rate(60, "general in chief", "admiral"),
                    rate(40, "lieutenant general", "vice admiral"),
                    rate(30, "major general", "rear admiral"),
                    rate(20, "brigadier general", "commodore"),
                    rate(15, "colonel", "captain of a line of battle ship"),
                    rate(10, "lieutenant colonel", "captain of a frigate"),
                    rate(8, "major", "commander"),
                    rate(6, "captain", "lieutenant in the navy", "master in the navy"),
                    rate(4, "lieutenant", "master's mate"),
                    rate(3, "ensign", "sub-lieutenant", "midshipman", "warrant officer", "master of a merchant vessel"),
                    rate(2, "non-commissioned officer", "petty officer", "sergeant", "corporal"),
                    rate(1, "private", "seaman")),
            1);

    private RateTables() {}

    private static Rate rate(int points, String... ranks) {
        return new Rate(List.of(ranks), points);
    }

    /** All of them. */
    public static List<RateTable> all() {
        return List.of(CARTEL_1813, DIX_HILL);
    }

    /** The newest version under that code. */
    public static Optional<RateTable> find(String id) {
        return all().stream().filter(t -> t.id().equals(id)).findFirst();
    }
}
