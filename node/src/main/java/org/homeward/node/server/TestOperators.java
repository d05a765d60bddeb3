package org.homeward.node.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.homeward.node.exchange.DurableFiles;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * Test operators: people who do not exist, whose keys lie beside the node so that a demonstration can be walked through without
 * anybody's key. Only a node on the loopback address with test sign-in has them.
 */
public final class TestOperators {
    static final String FILE = "test-operators.json";

    /** One of them, with what a real person would keep to himself. */
    public record Operator(String id, String token, String privateKey) {}

    private final List<Operator> operators;

    TestOperators(List<Operator> operators) {
        this.operators = List.copyOf(operators);
    }

    /** No test operators. */
    static TestOperators none() {
        return new TestOperators(List.of());
    }

    /** The operators of that home; none where the node has no test sign-in. */
    public static TestOperators load(Path home) throws IOException {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return new TestOperators(List.of());
        }
        try {
            return new TestOperators(List.of(CanonicalJson.read(Files.readAllBytes(file), Operator[].class)));
        } catch (MalformedJsonException e) {
            throw new IOException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    void save(Path home) throws IOException {
        DurableFiles.replaceSecret(home.resolve(FILE + ".new"), CanonicalJson.bytes(operators), home.resolve(FILE));
    }

    public List<Operator> all() {
        return operators;
    }

    /** The key of a test operator; empty for every real person. */
    public Optional<SigningKey> key(String id) {
        return operators.stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .map(o -> SigningKey.fromPrivateText(o.privateKey()));
    }
}
