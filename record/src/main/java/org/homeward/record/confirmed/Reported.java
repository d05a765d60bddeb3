package org.homeward.record.confirmed;

/**
 * A confirmed entry as far as it can be compared with others by typed keys; never by free text.
 *
 * @param number its line in the record
 * @param kind {@code figure} or {@code talks}; other kinds have no key and differ from nothing
 * @param key what is told of: for a figure what happened to whom, for talks the round or day
 * @param event the days it may be told of: two entries are of one event when their articles are at most this near
 * @param field which value of the key: number, basis, date or venue
 * @param value what the article gives, normalised
 * @param words as the article has it, with who said it
 */
public record Reported(
        long number, String kind, String key, java.time.LocalDate event, String field, String value, String words) {}
