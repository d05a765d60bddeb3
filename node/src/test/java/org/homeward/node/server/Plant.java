package org.homeward.node.server;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.homeward.protocol.exchange.Act;
import org.homeward.register.RegisterTable;

/** The places where a leak can be planted. Nothing leaks unless a method is overridden. */
interface Plant {
    /** No leak. */
    Plant NONE = new Plant() {};

    /** The register of those held as B's desk reads it. */
    default RegisterTable held(RegisterTable own, Hidden hidden) {
        return own;
    }

    /** The register of those sought as B's desk reads it. */
    default RegisterTable sought(RegisterTable own, Hidden hidden) {
        return own;
    }

    /** An act between the desk of B, or of the agency, and the gate. */
    default Act act(String by, Act act, Hidden hidden) {
        return act;
    }

    /** The clock of B or of the agency. */
    default Instant clock(String of, Instant now, Hidden hidden) {
        return now;
    }

    /** Numbers that B draws before it does anything. */
    default int drawn(Hidden hidden) {
        return 0;
    }

    /** Which two of B's people sign, and in which order. */
    default List<String> signers(Hidden hidden) {
        return List.of("bb-1", "bb-2");
    }

    /** Whether B objects to the first proposal. */
    default boolean objects(Hidden hidden) {
        return false;
    }

    /** Whether B does its part of a step before A. */
    default boolean first(Hidden hidden) {
        return false;
    }

    /** What the agency does besides, before it answers. */
    default void work(String path, WorkMeter meter, Hidden hidden) {}

    /** What A's line brings back from the agency. */
    default void answer(String path, Answered answer, Hidden hidden) {}

    /** A package for A, and its name. */
    default Stick stick(Stick stick, Hidden hidden) {
        return stick;
    }

    /** A's home after the case: what another program of the machine wrote there. */
    default void home(Path home, Hidden hidden) throws java.io.IOException {}

    /** An answer of the agency, as the line carries it. */
    final class Answered {
        int status;
        final Map<String, String> headers;
        byte[] body;

        /** Nanoseconds until the answer on the meter of the agency's work. */
        long nanos;

        /** What the agency asked of its surroundings for it. */
        long asked;

        Answered(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }
    }

    /** A file that is carried. */
    record Stick(String name, byte[] bytes) {}
}
