package org.homeward.node.families;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.node.store.ReleaseSignatures.What;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.json.CanonicalJson;

/** The texts of a release: what a person signs, and with what the bureau vouches for his key. Both can be made again from a file alone. */
final class ReleaseText {
    private ReleaseText() {}

    /**
     * What a person signs, canonical JSON.
     *
     * @param subject short code of a notice, or occasion and version of figures
     * @param digest SHA-256 of what leaves, hex
     */
    static String of(What what, String node, String person, String subject, String digest) {
        Map<String, String> all = new TreeMap<>();
        all.put("purpose", "homeward/release/1");
        all.put("act", what.name());
        all.put("node", node);
        all.put("person", person);
        all.put("subject", subject);
        all.put("digest", digest);
        return new String(CanonicalJson.bytes(all), StandardCharsets.UTF_8);
    }

    /** With what a bureau says that this is the key of one of its people. */
    static byte[] vouched(String node, String person, String key) {
        return Bytes.utf8("homeward/release-key/1\n" + node + "\n" + person + "\n" + key + "\n");
    }
}
