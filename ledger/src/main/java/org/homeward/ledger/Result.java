package org.homeward.ledger;

import java.util.function.Function;

/** Either a value or the refusal that stands in its place; hostile input never comes back as an exception. */
public sealed interface Result<T> {
    /** The accepted value. */
    record Ok<T>(T value) implements Result<T> {}

    /** Not accepted. */
    record Refused<T>(Refusal refusal) implements Result<T> {}

    /** Wraps an accepted value. */
    static <T> Result<T> ok(T value) {
        return new Ok<>(value);
    }

    /** Wraps a refusal. */
    static <T> Result<T> refused(String code, String sentence) {
        return new Refused<>(new Refusal(code, sentence));
    }

    /** Goes on with the value, or carries the refusal through. */
    default <U> Result<U> then(Function<T, Result<U>> next) {
        return switch (this) {
            case Ok<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
        };
    }

    /** True when a value was accepted. */
    default boolean accepted() {
        return this instanceof Ok<T>;
    }

    /** The value; for callers for whom a refusal would be a bug of their own. */
    default T get() {
        return switch (this) {
            case Ok<T>(T value) -> value;
            case Refused<T>(Refusal refusal) -> throw new IllegalStateException(refusal.sentence());
        };
    }
}
