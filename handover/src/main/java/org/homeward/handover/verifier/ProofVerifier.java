package org.homeward.handover.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judges a proof file: whether the named device, under a key that the reader already trusts, has signed what convicts it. */
public final class ProofVerifier {
    private static final String EVENT = "homeward handover event v1\n";
    private static final String HEAD = "homeward handover head v1\n";
    private static final String NONE = "0".repeat(64);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ProofVerifier() {}

    /**
     * What was found.
     *
     * @param proven whether the statements convict the device
     * @param device id of the device as signed, or empty
     * @param sentence what is proven, or why nothing is
     */
    public record Verdict(boolean proven, String device, String sentence) {}

    private static final class Unproven extends Exception {
        private static final long serialVersionUID = 1L;

        Unproven(String why) {
            super(why);
        }
    }

    /** A signed statement: a place in a log, and what the device said of it. */
    private record Statement(String day, long seq, String hash, String prev, boolean head, boolean last) {}

    /**
     * Verifies.
     *
     * @param proof the file
     * @param deviceKey public key of the device as the reader has it from the day's roster, base64; the key in the file is not believed
     */
    public static Verdict verify(byte[] proof, String deviceKey) {
        try {
            JsonNode root = read(proof);
            only(root, "device", "events", "heads", "key", "seq", "v", "what");
            if (number(root, "v") != 1) {
                throw new Unproven("The file is of a version that this verifier does not know");
            }
            if (!text(root, "key").equals(deviceKey)) {
                throw new Unproven("The file speaks of another key than the device's");
            }
            byte[] key = key(deviceKey);
            String device = text(root, "device");
            List<Statement> said = new ArrayList<>();
            for (JsonNode event : list(root, "events")) {
                said.add(event(event, device, key));
            }
            for (JsonNode head : list(root, "heads")) {
                said.add(head(head, device, key));
            }
            if (said.stream().map(Statement::day).distinct().count() > 1) {
                throw new Unproven("The statements are of different days");
            }
            String sentence = convict(text(root, "what"), number(root, "seq"), said);
            return new Verdict(true, device, "Device " + device + " " + sentence + ".");
        } catch (Unproven e) {
            return new Verdict(false, "", e.getMessage() + ": nothing is proven.");
        }
    }

    private static String convict(String what, long seq, List<Statement> said) throws Unproven {
        if (what.equals("FORK") && twoHistories(said, seq)) {
            return "signed two different histories at event " + seq;
        }
        if (what.equals("GAP")
                && said.size() == 1
                && !said.getFirst().head()
                && said.getFirst().seq() == seq + 1
                && !said.getFirst().prev().equals(NONE)) {
            return "signed that its event " + seq + " exists, with hash "
                    + said.getFirst().prev() + "; it must be produced";
        }
        if (what.equals("TRUNCATION") && said.stream().anyMatch(s -> s.seq() == seq)) {
            boolean contradicts = said.stream().anyMatch(s -> s.head() && s.last() && s.seq() < seq);
            if (contradicts) {
                return "signed that its log ended before event " + seq + ", and signed event " + seq + " or more";
            }
            if (said.stream().allMatch(s -> s.seq() <= seq)
                    && said.stream().anyMatch(s -> s.head() && s.seq() == seq)) {
                return "signed a log of " + seq + " events; those that are missing must be produced";
            }
        }
        throw new Unproven("The statements do not show what the file claims");
    }

    /** Two hashes for one number, or a first event that names one before it. */
    private static boolean twoHistories(List<Statement> said, long seq) {
        TreeSet<String> hashes = new TreeSet<>();
        for (Statement s : said) {
            if (s.seq() == seq) {
                hashes.add(s.hash());
            }
            if (!s.head() && s.seq() == seq + 1) {
                hashes.add(s.prev());
            }
            if (!s.head() && s.seq() == 1 && seq == 1 && !s.prev().equals(NONE)) {
                return true;
            }
        }
        return hashes.size() > 1;
    }

    private static Statement event(JsonNode wire, String device, byte[] key) throws Unproven {
        only(wire, "event", "signature");
        JsonNode event = member(wire, "event");
        byte[] message = message(EVENT, event);
        check(key, message, text(wire, "signature"));
        same(device, text(event, "device"));
        return new Statement(
                text(event, "caseId") + "\n" + text(event, "handover"),
                number(event, "seq"),
                sha256(message),
                text(event, "prev"),
                false,
                false);
    }

    private static Statement head(JsonNode wire, String device, byte[] key) throws Unproven {
        only(wire, "head", "signature");
        JsonNode head = member(wire, "head");
        check(key, message(HEAD, head), text(wire, "signature"));
        same(device, text(head, "device"));
        return new Statement(
                text(head, "caseId") + "\n" + text(head, "handover"),
                number(head, "seq"),
                text(head, "hash"),
                "",
                true,
                member(head, "last").asBoolean());
    }

    private static void same(String device, String signed) throws Unproven {
        if (!device.equals(signed)) {
            throw new Unproven("A statement is of another device");
        }
    }

    private static void check(byte[] key, byte[] message, String signature) throws Unproven {
        byte[] bytes = base64(signature);
        if (bytes.length != Ed25519.SIGNATURE_SIZE || !Ed25519.verify(bytes, 0, key, 0, message, 0, message.length)) {
            throw new Unproven("A signature does not hold");
        }
    }

    private static byte[] key(String text) throws Unproven {
        byte[] key = base64(text);
        if (key.length != Ed25519.PUBLIC_KEY_SIZE || !Ed25519.validatePublicKeyFull(key, 0)) {
            throw new Unproven("The device's key is not a sound Ed25519 key");
        }
        return key;
    }

    private static byte[] base64(String text) throws Unproven {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
                throw new Unproven("A value is not base64 in its one form");
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new Unproven("A value is not base64");
        }
    }

    private static String sha256(byte[] message) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Domain line and RFC 8785 bytes of the object. */
    private static byte[] message(String domain, JsonNode object) throws Unproven {
        StringBuilder out = new StringBuilder(domain);
        canonical(object, out);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(out.toString().getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static void canonical(JsonNode node, StringBuilder out) throws Unproven {
        if (node.isObject()) {
            String comma = "{";
            for (String name : new TreeSet<>(node.propertyNames())) {
                out.append(comma);
                quoted(name, out);
                out.append(':');
                canonical(node.get(name), out);
                comma = ",";
            }
            out.append(node.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            String comma = "[";
            for (JsonNode item : node) {
                out.append(comma);
                canonical(item, out);
                comma = ",";
            }
            out.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isString()) {
            quoted(node.stringValue(), out);
        } else if (node.isBoolean() || node.isNull() || (node.isIntegralNumber() && node.canConvertToLong())) {
            out.append(node.isIntegralNumber() ? Long.toString(node.longValue()) : node.toString());
        } else {
            throw new Unproven("A number is not whole");
        }
    }

    private static void quoted(String text, StringBuilder out) {
        out.append('"');
        for (char c : text.toCharArray()) {
            int named = "\"\\\b\f\n\r\t".indexOf(c);
            if (named >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(named));
            } else if (c < 0x20) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static JsonNode read(byte[] bytes) throws Unproven {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root == null || !root.isObject()) {
                throw new Unproven("The file is not a proof");
            }
            return root;
        } catch (JacksonException e) {
            throw new Unproven("The file is not JSON");
        }
    }

    /** Whatever is not signed and not expected has no place in a proof. */
    private static void only(JsonNode object, String... names) throws Unproven {
        if (!new TreeSet<>(object.propertyNames()).equals(new TreeSet<>(List.of(names)))) {
            throw new Unproven("The file holds more or less than a proof");
        }
    }

    private static JsonNode member(JsonNode object, String name) throws Unproven {
        JsonNode member = object.get(name);
        if (member == null || member.isNull()) {
            throw new Unproven("The file lacks '" + name + "'");
        }
        return member;
    }

    private static String text(JsonNode object, String name) throws Unproven {
        JsonNode member = member(object, name);
        if (!member.isString()) {
            throw new Unproven("'" + name + "' is not text");
        }
        return member.stringValue();
    }

    private static long number(JsonNode object, String name) throws Unproven {
        JsonNode member = member(object, name);
        if (!member.isIntegralNumber() || !member.canConvertToLong()) {
            throw new Unproven("'" + name + "' is not a whole number");
        }
        return member.longValue();
    }

    private static JsonNode list(JsonNode object, String name) throws Unproven {
        JsonNode member = member(object, name);
        if (!member.isArray()) {
            throw new Unproven("'" + name + "' is not a list");
        }
        return member;
    }
}
