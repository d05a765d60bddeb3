package org.homeward.documents;

/** Text that tries to turn its neighbours round, to become markup, to hide, or to fill the page. */
final class Hostile {
    static final String TEXT =
            "\u202Eevil\u2066<script>alert(1)</script>\"' onload='&amp;\u0000\u200B\uD83D\uDE00\uD800"
                    + "W".repeat(1_000);

    private Hostile() {}
}
