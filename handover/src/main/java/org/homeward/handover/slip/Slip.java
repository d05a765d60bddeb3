package org.homeward.handover.slip;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.homeward.handover.log.Roster;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SigningKey;

/**
 * One person's slip. The code holds 79 bytes, written by {@link SlipText}: the first 8 of the roster's digest (case, day and both lists), one byte
 * of flags (bit 0: returns to the second party; bit 1: of the reserve), the number on the printed list (2), the signer's place among the roster's
 * officers (1), the first 3 bytes of SHA-256 of his token, and the signer's Ed25519 signature. No name, no date, no place: a lost slip tells
 * nobody anything.
 *
 * @param text what the code says
 */
public record Slip(Roster.Expected expected, String text) {
    private static final byte[] DOMAIN = Bytes.utf8("homeward slip v1\n");
    private static final int DAY = 8;
    private static final int CHECK = 3;
    private static final int CONTENT = DAY + 1 + 2 + 1 + CHECK;
    private static final int SIGNATURE = 64;

    /** Highest number on a printed list that fits. */
    public static final int HIGHEST = 0xFFFF;

    /** A slip that was read. */
    public record Read(Roster.Expected expected, Roster.Officer signer) {}

    /** Makes slips of a day; the digest of the roster is computed once. */
    public static final class Maker {
        private final Roster roster;
        private final byte[] day;
        private final int signer;
        private final SigningKey key;

        private Maker(Roster roster, int signer, SigningKey key) {
            this.roster = roster;
            this.day = day(roster);
            this.signer = signer;
            this.key = key;
        }

        /** For an officer of the day with his own key. */
        public static Result<Maker> of(Roster roster, String officer, SigningKey key) {
            List<Roster.Officer> officers = roster.officers();
            for (int i = 0; i < Math.min(officers.size(), 256); i++) {
                if (officers.get(i).id().equals(officer)
                        && officers.get(i).key().equals(key.publicText())) {
                    return Result.ok(new Maker(roster, i, key));
                }
            }
            return Result.refused("slip.officer", "Slips are signed by an officer of the roster with his own key.");
        }

        /** The slip of one person of the lists or the reserve. */
        public Slip slip(Roster.Expected person) {
            if (person.number() < 1 || person.number() > HIGHEST) {
                throw new IllegalArgumentException("no slip for number " + person.number());
            }
            int flags = roster.parties().indexOf(person.returnsTo())
                    | (roster.reserve().contains(person) ? 2 : 0);
            byte[] content = ByteBuffer.allocate(CONTENT)
                    .put(day)
                    .put((byte) flags)
                    .putShort((short) person.number())
                    .put((byte) signer)
                    .put(check(person.token()))
                    .array();
            byte[] signature = Bytes.fromBase64(key.sign(message(content)));
            byte[] all = Arrays.copyOf(content, CONTENT + SIGNATURE);
            System.arraycopy(signature, 0, all, CONTENT, SIGNATURE);
            return new Slip(person, SlipText.write(all));
        }
    }

    private static byte[] day(Roster roster) {
        return Arrays.copyOf(Bytes.fromHex(roster.digest()), DAY);
    }

    private static byte[] check(String token) {
        return Arrays.copyOf(Bytes.sha256(Bytes.utf8(token)), CHECK);
    }

    private static byte[] message(byte[] content) {
        byte[] out = Arrays.copyOf(DOMAIN, DOMAIN.length + content.length);
        System.arraycopy(content, 0, out, DOMAIN.length, content.length);
        return out;
    }

    /** Reads slips of a day and believes only what an officer of its roster signed; needs no network. Thread-safe. */
    public static final class Reader {
        private final Roster roster;
        private final byte[] day;

        public Reader(Roster roster) {
            this.roster = roster;
            this.day = day(roster);
        }

        /** Whose slip it is. */
        public Result<Read> read(String text) {
            byte[] all = SlipText.read(text);
            if (all == null) {
                return Result.refused("slip.form", "The code is not that of a slip.");
            }
            ByteBuffer content = ByteBuffer.wrap(all, 0, CONTENT);
            byte[] slipDay = new byte[DAY];
            content.get(slipDay);
            if (!Arrays.equals(slipDay, day)) {
                return Result.refused(
                        "slip.day",
                        "The slip is of another day or of lists that were changed since: find him by number or name.");
            }
            int flags = content.get();
            int number = content.getShort() & 0xFFFF;
            int signer = content.get() & 0xFF;
            byte[] check = new byte[CHECK];
            content.get(check);
            if (flags < 0 || flags > 3 || signer >= roster.officers().size()) {
                return Result.refused("slip.form", "The code is not that of a slip.");
            }
            Roster.Officer officer = roster.officers().get(signer);
            byte[] signature = Arrays.copyOfRange(all, CONTENT, all.length);
            if (!SigningKey.verifies(officer.key(), message(Arrays.copyOf(all, CONTENT)), Bytes.base64(signature))) {
                return Result.refused("slip.signature", "The slip is forged: no officer of the day signed it.");
            }
            String returnsTo = roster.parties().get(flags & 1);
            return ((flags & 2) == 0 ? roster.people() : roster.reserve())
                    .stream()
                            .filter(e -> e.number() == number
                                    && e.returnsTo().equals(returnsTo)
                                    && Arrays.equals(check, check(e.token())))
                            .findFirst()
                            .<Result<Read>>map(e -> Result.ok(new Read(e, officer)))
                            .orElseGet(() -> Result.refused(
                                    "slip.line", "The slip was signed for a line that the lists do not have."));
        }
    }
}
