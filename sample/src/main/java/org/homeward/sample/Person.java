package org.homeward.sample;

import java.time.LocalDate;

/**
 * A person as he is, before anybody writes him down.
 *
 * @param home the side he belongs to
 * @param surname in the masculine form, in both languages
 * @param unit number of his unit
 */
record Person(
        Side home,
        boolean woman,
        Stock.Word surname,
        Stock.Word given,
        Stock.Word father,
        LocalDate birth,
        Stock.Word birthPlace,
        Stock.Rank rank,
        String unit,
        LocalDate captured,
        boolean civilian,
        String medical) {}
