package org.homeward.handover.device;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.homeward.handover.slip.Base45;
import org.homeward.handover.slip.SlipScanner;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A log as a sequence of QR codes, for the camera of a device that can be given no file. A code is {@code HWL1} and the Base45 of: the first 8
 * bytes of the SHA-256 of what is carried, its number from 1 and how many there are (2 bytes each, big-endian), and its piece of what is
 * carried, which is the log's file under raw DEFLATE (RFC 1951). Whether the log is true is asked where every log is, of {@link Post#take}.
 */
public final class LogCodes {
    private static final String PREFIX = "HWL1";
    private static final int ID = 8;
    private static final int HEADER = ID + 4;
    private static final int PIECE = 400;
    private static final int MOST_PARTS = 4096;

    /** Logs of which codes are kept at once: more than two people cannot show theirs to one camera. */
    private static final int MOST_LOGS = 4;

    private static final int LARGEST = 16 << 20;
    private static final int BUFFER = 8192;

    private LogCodes() {}

    /** The texts of the codes; refused where there would be too many to show. */
    public static Result<List<String>> texts(byte[] log) {
        byte[] packed = deflate(log);
        int total = (packed.length + PIECE - 1) / PIECE;
        if (total > MOST_PARTS) {
            return Result.refused("codes.long", "The log is too long for codes: carry it as a file.");
        }
        byte[] id = Bytes.sha256(packed);
        List<String> texts = new ArrayList<>(total);
        for (int number = 1; number <= total; number++) {
            ByteArrayOutputStream code = new ByteArrayOutputStream(HEADER + PIECE);
            code.write(id, 0, ID);
            code.writeBytes(new byte[] {(byte) (number >> 8), (byte) number, (byte) (total >> 8), (byte) total});
            int start = (number - 1) * PIECE;
            code.write(packed, start, Math.min(PIECE, packed.length - start));
            texts.add(PREFIX + Base45.encode(code.toByteArray()));
        }
        return Result.ok(texts);
    }

    /** The codes as PNG pictures, in their order. */
    public static Result<List<byte[]>> pictures(byte[] log) {
        return texts(log).then(texts -> {
            List<byte[]> pictures = new ArrayList<>(texts.size());
            for (String text : texts) {
                switch (ActPicture.png(text)) {
                    case Result.Ok<byte[]>(byte[] png) -> pictures.add(png);
                    case Result.Refused<byte[]>(Refusal refusal) -> {
                        return new Result.Refused<>(refusal);
                    }
                }
            }
            return Result.ok(pictures);
        });
    }

    /** Whether a text is that of a code of a log. */
    public static boolean isCode(String text) {
        return text.startsWith(PREFIX);
    }

    private static byte[] deflate(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    /** The bytes, or null where they are no such thing or larger than any log. */
    private static byte @Nullable [] inflate(byte[] bytes) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if ((read == 0 && !inflater.finished()) || out.size() + read > LARGEST) {
                    return null;
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            return null;
        }
    }

    /** Codes as they come: in any order, repeated, of several logs at once. For one thread. */
    public static final class Gathering {
        private record Log(String id, int total, TreeMap<Integer, byte[]> parts) {}

        private final Map<String, Log> logs = new LinkedHashMap<>();
        private @Nullable Log latest;

        /** Takes the code in a picture. */
        public Optional<Refusal> addPicture(byte[] picture) {
            return switch (SlipScanner.read(picture)) {
                case Result.Ok<String>(String text) -> add(text);
                case Result.Refused<String>(Refusal refusal) ->
                    Optional.of(new Refusal(
                            "codes.none",
                            "No code of a log was found in the picture: take it again, straight and sharp."));
            };
        }

        /** Takes the text of a code; says why where it is none. */
        public Optional<Refusal> add(String text) {
            byte[] bytes = isCode(text) ? Base45.decode(text.substring(PREFIX.length())) : null;
            if (bytes == null || bytes.length <= HEADER || bytes.length > HEADER + PIECE) {
                return Optional.of(noCode());
            }
            int number = number(bytes, ID);
            int total = number(bytes, ID + 2);
            String id = Bytes.hex(Arrays.copyOf(bytes, ID));
            Log known = logs.get(id);
            if (number < 1 || number > total || total > MOST_PARTS || (known != null && known.total() != total)) {
                return Optional.of(noCode());
            }
            if (known == null) {
                if (logs.size() >= MOST_LOGS) {
                    logs.remove(logs.keySet().iterator().next());
                }
                known = new Log(id, total, new TreeMap<>());
                logs.put(id, known);
            }
            known.parts().putIfAbsent(number, Arrays.copyOfRange(bytes, HEADER, bytes.length));
            latest = known;
            return Optional.empty();
        }

        private static Refusal noCode() {
            return new Refusal("codes.form", "That is not a code of a log: show one that the other device shows.");
        }

        private static int number(byte[] bytes, int at) {
            return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
        }

        /** How many codes of the log that was last seen are here. */
        public int have() {
            return latest == null ? 0 : latest.parts().size();
        }

        /** How many it has. */
        public int total() {
            return latest == null ? 0 : latest.total();
        }

        /** The numbers of those that are not here. */
        public List<Integer> missing() {
            Log log = latest;
            return log == null
                    ? List.of()
                    : IntStream.rangeClosed(1, log.total())
                            .filter(n -> !log.parts().containsKey(n))
                            .boxed()
                            .toList();
        }

        /**
         * The log's file, for which all its codes must be here: ask {@link #missing} first. What was altered on the way is thrown away and refused,
         * so that it can be taken again.
         */
        public Result<byte[]> whole() {
            Log log = latest;
            if (log == null || !missing().isEmpty()) {
                return Result.refused(
                        "codes.missing",
                        have() + " of " + total() + " codes are here. Still missing: " + missing() + ".");
            }
            logs.remove(log.id());
            latest = null;
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            log.parts().values().forEach(packed::writeBytes);
            byte[] sum = Bytes.sha256(packed.toByteArray());
            byte[] file = Bytes.hex(Arrays.copyOf(sum, ID)).equals(log.id()) ? inflate(packed.toByteArray()) : null;
            return file == null
                    ? Result.refused(
                            "codes.altered",
                            "These codes do not belong together. They were thrown away: take all of them in again.")
                    : Result.ok(file);
        }
    }
}
