package org.homeward.protocol.vectors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.protocol.Actors;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.envelope.JointEntry;
import org.homeward.protocol.envelope.OrderHead;
import org.homeward.protocol.envelope.Receipt;
import org.homeward.protocol.json.CanonicalJson;
import tools.jackson.databind.json.JsonMapper;

/** Writes the published test vectors anew, after a change of the format: the argument is the file. */
public final class VectorWriter {
    private VectorWriter() {}

    public static void main(String[] args) throws IOException {
        Actors actors = new Actors();
        actors.walkAndAmend();
        Map<String, Object> vectors = new LinkedHashMap<>();
        vectors.put("about", "A whole case, envelope by envelope. Keys are for these vectors only. See ../envelope.md");
        vectors.put("participants", CanonicalJson.tree(actors.participants));
        Map<String, String> sealing = new LinkedHashMap<>();
        actors.participants
                .all()
                .forEach(p -> sealing.put(p.id(), actors.sealKeys.get(p.id()).privateText()));
        vectors.put("sealingPrivateKeys", sealing);
        List<Map<String, Object>> acts = new ArrayList<>();
        String chain = OrderHead.START;
        for (Envelope envelope : actors.sent) {
            chain = OrderHead.next(chain, envelope.digest());
            Map<String, Object> act = new LinkedHashMap<>();
            act.put("envelope", text(envelope.bytes()));
            act.put("digest", envelope.digest());
            act.put("jointEntry", text(JointEntry.of(envelope).bytes()));
            act.put("orderChain", chain);
            act.put(
                    "receipt",
                    text(CanonicalJson.bytes(Receipt.sign(
                            Actors.CASE,
                            envelope.digest(),
                            "med",
                            Actors.TIME,
                            "ACCEPTED",
                            actors.nodeKeys.get("med")))));
            acts.add(act);
        }
        vectors.put("acts", acts);
        vectors.put("agreement", text(actors.state.agreement().orElseThrow().bytes()));
        vectors.put(
                "agreementDigest",
                Bytes.hex(Bytes.sha256(actors.state.agreement().orElseThrow().bytes())));
        Files.writeString(
                Path.of(args[0]),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(vectors) + "\n");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
