package org.homeward.protocol.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.PersonKey;
import org.homeward.protocol.crypto.SoftPasskey;
import org.homeward.protocol.exchange.Approval;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code docs/protocol/vectors/passkey.json}: one sample for each way to be right or wrong. Its keys are made anew. */
final class PasskeyVectorWriter {
    private static final byte[] MESSAGE = Approval.message("example", "ua", "ListSealed", "ab".repeat(32));

    private final List<Map<String, Object>> samples = new ArrayList<>();

    private PasskeyVectorWriter() {}

    public static void main(String[] args) throws IOException {
        PasskeyVectorWriter writer = new PasskeyVectorWriter();
        writer.all();
        Files.writeString(
                Path.of(args[0]),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(writer.samples)
                        + "\n");
    }

    private void all() {
        add("as a browser gives it", true, p -> {});
        add("a port", true, p -> p.origin = "https://homeward.example:8443");
        add("a name below the site", true, p -> p.origin = "https://pages.homeward.example");
        add("the machine itself, http", true, p -> {
            p.site = "localhost";
            p.origin = "http://localhost:8442";
        });
        add("client data that ends after the origin", true, p -> p.tail = "}");
        add("more client data behind", true, p -> p.tail = ",\"crossOrigin\":false,\"x\":{\"a\":[1]}}");
        add("extensions in authenticator data", true, p -> {
            p.flags = 0x85;
            p.length = 60;
        });
        add("the person was not verified", false, p -> p.flags = 0x01);
        add("nobody was present", false, p -> p.flags = 0x04);
        add("a registration", false, p -> p.type = "webauthn.create");
        add("another site's page", false, p -> p.origin = "https://homeward.example.evil.example");
        add("a name that only ends alike", false, p -> p.origin = "https://nothomeward.example");
        add("http elsewhere", false, p -> p.origin = "http://homeward.example");
        add("user information in the origin", false, p -> p.origin = "https://homeward.example@evil.example");
        add("inside somebody else's page", false, p -> p.tail = ",\"crossOrigin\":true}");
        add("client data that goes on in another way", false, p -> p.tail = ",\"topOrigin\":\"https://evil.example\"}");
        add("a space in client data", false, p -> p.spaced = true);
        add("authenticator data too short", false, p -> p.length = 36);
        SoftPasskey other = new SoftPasskey();
        other.site = "evil.example";
        samples.add(sample(
                "another site's hash", false, "passkeys/1 homeward.example " + other.point(), other.sign(MESSAGE)));
        change("another act", s -> new SoftPasskey().sign(MESSAGE));
        change("the signature cut short", s -> s.substring(0, s.length() - 8));
        change("a fourth part", s -> s + " AAAA");
        change("two spaces", s -> s.replaceFirst("1 ", "1  "));
        change("the name of another format", s -> s.replace("passkey/1", "passkey/2"));
        change("padding that is not canonical", s -> s + "=");
        SoftPasskey first = new SoftPasskey();
        SoftPasskey second = new SoftPasskey();
        String both = PersonKey.passkeys("homeward.example", List.of(first.point(), second.point()));
        samples.add(sample("the second of two keys", true, both, second.sign(MESSAGE)));
        String sound = first.point();
        byte[] off = Bytes.fromBase64(sound);
        off[64] ^= 1;
        samples.add(sample(
                "a key that is no point",
                false,
                "passkeys/1 homeward.example " + Bytes.base64(off),
                first.sign(MESSAGE)));
        samples.add(sample(
                "a key twice", false, "passkeys/1 homeward.example " + sound + " " + sound, first.sign(MESSAGE)));
        samples.add(sample("no key", false, "passkeys/1 homeward.example", first.sign(MESSAGE)));
        samples.add(sample("a site in capitals", false, "passkeys/1 Homeward.example " + sound, first.sign(MESSAGE)));
    }

    private void add(String name, boolean counts, Consumer<SoftPasskey> change) {
        SoftPasskey passkey = new SoftPasskey();
        change.accept(passkey);
        samples.add(sample(name, counts, "passkeys/1 " + passkey.site + " " + passkey.point(), passkey.sign(MESSAGE)));
    }

    private void change(String name, UnaryOperator<String> change) {
        SoftPasskey passkey = new SoftPasskey();
        samples.add(sample(
                name,
                false,
                "passkeys/1 " + passkey.site + " " + passkey.point(),
                change.apply(passkey.sign(MESSAGE))));
    }

    private static Map<String, Object> sample(String name, boolean counts, String key, String signature) {
        Map<String, Object> sample = new LinkedHashMap<>();
        sample.put("name", name);
        sample.put("counts", counts);
        sample.put("publicKey", key);
        sample.put("message", new String(MESSAGE, java.nio.charset.StandardCharsets.UTF_8));
        sample.put("signature", signature);
        return sample;
    }
}
