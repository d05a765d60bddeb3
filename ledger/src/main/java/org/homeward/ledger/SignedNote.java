package org.homeward.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text with the signatures under it (C2SP signed-note v1.0.0). Nothing in it may be believed before {@link #verify}.
 *
 * @param text the signed text, ending in a newline
 * @param signatures one or more, in their order
 */
public record SignedNote(String text, List<Line> signatures) {
    /** Above this a note is refused unread: 16 signatures of the largest kind fit several times. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int MAX_SIGNATURES = 64;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * One signature line.
     *
     * @param name key name
     * @param keyId the four bytes that tell keys of one name apart
     * @param signature base64 of what follows the key id
     */
    public record Line(String name, int keyId, String signature) {
        /** A line from raw signature bytes. */
        static Line of(String name, int keyId, byte[] signature) {
            return new Line(name, keyId, Base64.getEncoder().encodeToString(signature));
        }

        /** The raw signature, without the key id. */
        public byte[] bytes() {
            return Base64.getDecoder().decode(signature);
        }

        /** Whether the line claims to be of this key. */
        boolean isOf(NoteVerifier key) {
            return key.keyId() == keyId && key.name().equals(name);
        }

        /** The line as it stands in a note, with its newline. */
        public String text() {
            byte[] raw = bytes();
            byte[] all =
                    ByteBuffer.allocate(4 + raw.length).putInt(keyId).put(raw).array();
            return "— " + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
        }

        /** Reads one line, without its newline. */
        public static Result<Line> parse(String line) {
            String[] parts = line.split(" ", -1);
            byte[] raw = parts.length == 3 ? Base64Strict.decode(parts[2]) : null;
            if (parts.length != 3 || !parts[0].equals("—") || !isKeyName(parts[1]) || raw == null || raw.length < 5) {
                return Result.refused(
                        "note.signature-line", "A signature line is not of the form: dash, key name, base64.");
            }
            return Result.ok(of(parts[1], ByteBuffer.wrap(raw).getInt(), Arrays.copyOfRange(raw, 4, raw.length)));
        }
    }

    static boolean isKeyName(String name) {
        return !name.isEmpty()
                && name.indexOf('+') < 0
                && name.codePoints()
                        .noneMatch(
                                c -> c < 0x20 || c == 0x85 || Character.isSpaceChar(c) || (c >= 0xD800 && c <= 0xDFFF));
    }

    /** Reads a note; strict UTF-8, no control characters, one spelling only. */
    public static Result<SignedNote> parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Result.refused("note.size", "The note is larger than 1 MiB.");
        }
        String all;
        try {
            all = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            return Result.refused("note.utf8", "The note is not valid UTF-8.");
        }
        if (all.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            return Result.refused(
                    "note.control",
                    "The note holds a control character, such as a Windows line end: get the file again byte for byte.");
        }
        int blank = all.lastIndexOf("\n\n");
        if (blank < 0 || !all.endsWith("\n") || blank + 2 >= all.length()) {
            return Result.refused("note.no-signature", "The note has no empty line followed by signature lines.");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : all.substring(blank + 2, all.length() - 1).split("\n", -1)) {
            switch (Line.parse(line)) {
                case Result.Ok<Line>(Line parsed) -> lines.add(parsed);
                case Result.Refused<Line>(Refusal refusal) -> {
                    return new Result.Refused<>(refusal);
                }
            }
            if (lines.size() > MAX_SIGNATURES) {
                return Result.refused("note.too-many", "The note has more than 64 signatures.");
            }
        }
        return Result.ok(new SignedNote(all.substring(0, blank + 1), lines));
    }

    /** The note as bytes; {@link #parse} reads them back to an equal value. */
    public byte[] bytes() {
        StringBuilder all = new StringBuilder(text).append('\n');
        signatures.forEach(line -> all.append(line.text()));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The known keys that signed, each at least once. Unknown signatures are passed over; one bad signature of a known
     * key refuses the whole note, and so does the absence of any known one.
     */
    public Result<Set<NoteVerifier>> verify(List<NoteVerifier> known) {
        Set<NoteVerifier> signers = new LinkedHashSet<>();
        for (Line line : signatures) {
            for (NoteVerifier key : known) {
                if (line.isOf(key)) {
                    if (!key.verify(text, line.bytes())) {
                        return Result.refused("note.signature", "The signature of " + key.name() + " does not verify.");
                    }
                    signers.add(key);
                }
            }
        }
        return signers.isEmpty()
                ? Result.refused("note.unknown", "None of the keys given has signed this note.")
                : Result.ok(Set.copyOf(signers));
    }

    /** The same text with further signature lines; an equal line is not repeated. */
    public SignedNote with(List<Line> more) {
        Set<Line> all = new LinkedHashSet<>(signatures);
        all.addAll(more);
        return new SignedNote(text, List.copyOf(all));
    }

    /** The text read as a checkpoint; still only as good as its signatures. */
    public Result<Checkpoint> checkpoint() {
        return Checkpoint.parse(text);
    }
}
