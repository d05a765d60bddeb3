package org.homeward.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VectorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JsonNode vectors =
            JSON.readTree(Path.of("../docs/protocol/vectors/case.json").toFile());

    private JsonNode participant(String id) {
        if (vectors.at("/participants/mediator/id").stringValue().equals(id)) {
            return vectors.at("/participants/mediator");
        }
        for (JsonNode party : vectors.at("/participants/parties")) {
            if (party.get("id").stringValue().equals(id)) {
                return party;
            }
        }
        throw new AssertionError(id);
    }

    private static String without(String text, String sig) {
        return text.replace("\"sig\":\"" + sig + "\",", "");
    }

    @Test
    void aDecoderWrittenFromTheDocumentAloneReadsEveryEnvelope() throws GeneralSecurityException {
        String chain = "0".repeat(64);
        for (JsonNode act : vectors.get("acts")) {
            String text = act.get("envelope").stringValue();
            JsonNode envelope = JSON.readTree(text);
            String digest = IndependentDecoder.sha256(text);
            chain = IndependentDecoder.sha256("homeward/order/1\n" + chain + "\n" + digest);
            assertThat(digest).isEqualTo(act.get("digest").stringValue());
            assertThat(chain).isEqualTo(act.get("orderChain").stringValue());

            String sig = envelope.get("sig").stringValue();
            String key = participant(envelope.get("from").stringValue())
                    .get("signingKey")
                    .stringValue();
            assertThat(IndependentDecoder.verifies(key, without(text, sig), sig))
                    .isTrue();

            String commitment = envelope.get("commitment").stringValue();
            for (var sealing : vectors.get("sealingPrivateKeys").properties()) {
                String draft = IndependentDecoder.open(
                        sealing.getValue().stringValue(),
                        envelope.get("keys").get(sealing.getKey()).stringValue(),
                        envelope.get("body").stringValue(),
                        commitment);
                assertThat(IndependentDecoder.sha256("homeward/commitment/1\n" + draft))
                        .isEqualTo(commitment);
                assertThat(JSON.readTree(draft).get("kind")).isEqualTo(envelope.get("kind"));
            }
        }
    }

    @Test
    void theSameDecoderChecksApprovalsAndReceipts() throws GeneralSecurityException {
        for (JsonNode act : vectors.get("acts")) {
            JsonNode envelope = JSON.readTree(act.get("envelope").stringValue());
            String message =
                    "{\"case\":\"%s\",\"commitment\":\"%s\",\"from\":\"%s\",\"kind\":\"%s\",\"purpose\":\"homeward/act/1\"}"
                            .formatted(
                                    envelope.get("caseId").stringValue(),
                                    envelope.get("commitment").stringValue(),
                                    envelope.get("from").stringValue(),
                                    envelope.get("kind").stringValue());
            for (JsonNode approval : envelope.get("approvals")) {
                for (JsonNode officer :
                        participant(envelope.get("from").stringValue()).get("officers")) {
                    if (officer.get("id").equals(approval.get("officer"))) {
                        assertThat(IndependentDecoder.verifies(
                                        officer.get("publicKey").stringValue(),
                                        message,
                                        approval.get("signature").stringValue()))
                                .isTrue();
                    }
                }
            }
            String receipt = act.get("receipt").stringValue();
            String sig = JSON.readTree(receipt).get("sig").stringValue();
            // "sig" is the last member of a receipt, so its comma stands before it.
            String unsigned = receipt.replace(",\"sig\":\"" + sig + "\"", "");
            assertThat(IndependentDecoder.verifies(
                            participant("med").get("signingKey").stringValue(), unsigned, sig))
                    .isTrue();
        }
    }

    /** What the document says of persons, read from the vectors without the product's code. */
    @Test
    void theSameDecoderReadsWhatIsSaidOfPersonsAfterTheAnswers() throws GeneralSecurityException {
        java.util.List<String> said = new java.util.ArrayList<>();
        for (JsonNode act : vectors.get("acts")) {
            JsonNode envelope = JSON.readTree(act.get("envelope").stringValue());
            JsonNode body = JSON.readTree(IndependentDecoder.open(
                            vectors.get("sealingPrivateKeys").get("med").stringValue(),
                            envelope.get("keys").get("med").stringValue(),
                            envelope.get("body").stringValue(),
                            envelope.get("commitment").stringValue()))
                    .get("act");
            switch (envelope.get("kind").stringValue()) {
                case "BoardDecided" ->
                    said.add(body.at("/board/decision").stringValue() + " "
                            + body.at("/board/next").stringValue());
                case "ReceiptDoubted" -> said.add(body.get("doubt").stringValue());
                case "DeathStated" -> said.add(body.at("/death/standing").stringValue());
                case "AvailabilityChanged" ->
                    said.add(body.get("notAvailable").size() + " out, "
                            + body.get("again").size() + " again");
                case "TermsProposed" ->
                    said.add(body.at("/terms/ladder/sought").stringValue() + " "
                            + body.at("/terms/rates/id").stringValue() + " "
                            + body.at("/terms/carried/0/persons").asInt());
                default -> {}
            }
        }
        assertThat(said)
                .containsExactly(
                        "FIELDS dix-hill-1862 1",
                        "NEXT 2026-08-01",
                        "PROVISIONAL",
                        "CONFIRMED",
                        "CONTRADICTED",
                        "WITHDRAWN",
                        "1 out, 0 again",
                        "0 out, 1 again",
                        "RAISED",
                        "DROPPED",
                        "RAISED",
                        "AGREED");
    }

    @Test
    void theSameDecoderFindsThreeSignaturesUnderTheBytesOfTheVersionInForce() throws GeneralSecurityException {
        String agreement = vectors.get("agreement").stringValue();
        String digest = IndependentDecoder.sha256(agreement);
        assertThat(digest).isEqualTo(vectors.get("agreementDigest").stringValue());
        assertThat(JSON.readTree(agreement).get("version").asInt()).isEqualTo(2);
        java.util.Set<String> signed = new java.util.TreeSet<>();
        for (JsonNode act : vectors.get("acts")) {
            JsonNode envelope = JSON.readTree(act.get("envelope").stringValue());
            if (!envelope.get("kind").stringValue().equals("AmendmentSigned")) {
                continue;
            }
            String from = envelope.get("from").stringValue();
            JsonNode body = JSON.readTree(IndependentDecoder.open(
                            vectors.get("sealingPrivateKeys").get("bb").stringValue(),
                            envelope.get("keys").get("bb").stringValue(),
                            envelope.get("body").stringValue(),
                            envelope.get("commitment").stringValue()))
                    .get("act");
            if (body.get("agreementDigest").stringValue().equals(digest)
                    && IndependentDecoder.verifies(
                            participant(from).get("signingKey").stringValue(),
                            agreement,
                            body.get("signature").stringValue())) {
                signed.add(from);
            }
        }
        assertThat(signed).containsExactly("aa", "bb", "med");
    }

    @Test
    void theProductReadsTheVectorsToo() throws IOException, MalformedJsonException {
        for (JsonNode act : vectors.get("acts")) {
            byte[] bytes = act.get("envelope").stringValue().getBytes(StandardCharsets.UTF_8);
            assertThat(Envelope.parse(bytes).digest())
                    .isEqualTo(act.get("digest").stringValue());
        }
        assertThat(vectors.get("acts")).hasSize(53);
    }
}
