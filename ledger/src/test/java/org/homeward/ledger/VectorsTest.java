package org.homeward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Others' published vectors: transparency-dev/merkle, Wycheproof, and C2SP's CCTV. */
class VectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(Path file) {
        return JSON.readTree(file.toFile());
    }

    private static List<JsonNode> merkle(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(SharedData.ledger().resolve("merkle/testdata/" + kind))) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .map(VectorsTest::json)
                    .toList();
        }
    }

    /** Read as the product reads it: a hash that has not 32 bytes is refused before any tree is asked. */
    private static Hash hash(JsonNode node) {
        // One valid vector (equal sizes) has placeholder text for its roots, which no Hash can hold: a stand-in for it.
        String text = node.isNull() ? "" : node.asString();
        return text.equals("ZG9uJ3QgY2FyZSAy")
                ? MerkleTree.leafHash(new byte[0])
                : Hash.parse(text).get();
    }

    private static boolean judge(java.util.function.BooleanSupplier verifier) {
        try {
            return verifier.getAsBoolean();
        } catch (IllegalStateException refusedHash) {
            return false;
        }
    }

    private static List<Hash> proof(JsonNode node) {
        List<Hash> proof = new ArrayList<>();
        JsonNode list = node.get("proof");
        if (list != null && !list.isNull()) {
            list.forEach(h -> proof.add(hash(h)));
        }
        return proof;
    }

    @Test
    void everyInclusionVectorIsJudgedRight() throws IOException {
        List<JsonNode> vectors = merkle("inclusion");
        assertThat(vectors)
                .hasSize(98)
                .allSatisfy(v -> assertThat(judge(() -> MerkleTree.verifyInclusion(
                                hash(v.get("leafHash")),
                                v.get("leafIdx").bigIntegerValue().longValue(),
                                v.get("treeSize").bigIntegerValue().longValue(),
                                proof(v),
                                hash(v.get("root")))))
                        .as(v.get("desc").asString())
                        .isEqualTo(!v.get("wantErr").asBoolean()));
    }

    @Test
    void everyConsistencyVectorIsJudgedRight() throws IOException {
        List<JsonNode> vectors = merkle("consistency");
        assertThat(vectors)
                .hasSize(98)
                .allSatisfy(v -> assertThat(judge(() -> MerkleTree.verifyConsistency(
                                v.get("size1").bigIntegerValue().longValue(),
                                v.get("size2").bigIntegerValue().longValue(),
                                proof(v),
                                hash(v.get("root1")),
                                hash(v.get("root2")))))
                        .as(v.get("desc").asString())
                        .isEqualTo(!v.get("wantErr").asBoolean()));
    }

    @Test
    void everyWycheproofEd25519VectorIsJudgedRight() throws IOException {
        JsonNode root = json(SharedData.ledger().resolve("wycheproof/testvectors_v1/ed25519_test.json"));
        int judged = 0;
        for (JsonNode group : root.get("testGroups")) {
            byte[] key =
                    HexFormat.of().parseHex(group.get("publicKey").get("pk").asString());
            for (JsonNode test : group.get("tests")) {
                byte[] message = HexFormat.of().parseHex(test.get("msg").asString());
                byte[] signature = HexFormat.of().parseHex(test.get("sig").asString());
                assertThat(StrictEd25519.verify(key, message, signature))
                        .as(test.get("comment").asString())
                        .isEqualTo(test.get("result").asString().equals("valid"));
                judged++;
            }
        }
        assertThat(judged).isEqualTo(151);
    }

    @Test
    void noSignatureUnderALowOrderOrNonCanonicalKeyIsAccepted() throws IOException {
        int weak = 0;
        for (JsonNode vector : json(SharedData.ledger().resolve("cctv/ed25519/ed25519vectors.json"))) {
            Set<String> flags = new java.util.HashSet<>();
            if (!vector.get("flags").isNull()) {
                vector.get("flags").forEach(f -> flags.add(f.asString()));
            }
            if (flags.contains("low_order_A") || flags.contains("non_canonical_A")) {
                byte[] key = HexFormat.of().parseHex(vector.get("key").asString());
                assertThat(StrictEd25519.isAcceptableKey(key)).isFalse();
                assertThat(StrictEd25519.verify(
                                key,
                                vector.get("msg").asString().getBytes(StandardCharsets.UTF_8),
                                HexFormat.of().parseHex(vector.get("sig").asString())))
                        .isFalse();
                weak++;
            }
        }
        assertThat(weak).isGreaterThan(100);
    }

    @Test
    void everyWycheproofMlDsa44VectorIsJudgedRight() throws IOException {
        JsonNode root = json(SharedData.ledger().resolve("wycheproof/testvectors_v1/mldsa_44_verify_test.json"));
        int judged = 0;
        for (JsonNode group : root.get("testGroups")) {
            byte[] key = HexFormat.of().parseHex(group.get("publicKey").asString());
            for (JsonNode test : group.get("tests")) {
                String context = test.has("ctx") ? test.get("ctx").asString() : "";
                assertThat(MlDsa44.verify(
                                key,
                                HexFormat.of().parseHex(context),
                                HexFormat.of().parseHex(test.get("msg").asString()),
                                HexFormat.of().parseHex(test.get("sig").asString())))
                        .as(test.get("tcId") + " " + test.get("comment").asString())
                        .isEqualTo(test.get("result").asString().equals("valid"));
                judged++;
            }
        }
        assertThat(judged).isEqualTo(180);
    }
}
