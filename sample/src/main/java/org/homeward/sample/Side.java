package org.homeward.sample;

/** The side a person belongs to, and the language in which a bureau writes. */
enum Side {
    UA,
    RU;

    Side other() {
        return this == UA ? RU : UA;
    }

    String code() {
        return this == UA ? "ua" : "ru";
    }
}
