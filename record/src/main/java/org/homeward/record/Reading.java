package org.homeward.record;

/** What came of reading a file as an article. */
public sealed interface Reading {
    /** The file is an article. */
    record Accepted(Article article) implements Reading {}

    /** The file is not one: a code for programs and a sentence for a clerk. */
    record Refused(String code, String sentence) implements Reading {}
}
