package org.homeward.handover.pack;

import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.crypto.SealingKey;
import org.homeward.protocol.crypto.SigningKey;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/**
 * A file made for one device: content under AES-256-GCM with a key that only the device can unwrap (HPKE, RFC 9180), signed by the officer
 * who made it, and refused after its day. What stands outside the seal is the header.
 *
 * @param sealed base64; bound to the header
 * @param signature the maker's, over header and seal
 */
public record DeviceFile(Header header, String sealed, String signature) {
    private static final byte[] DOMAIN = Bytes.utf8("homeward device file v1\n");

    /** A clock that stands this long before the file was made is wrong; milliseconds. */
    private static final long CLOCK_TOLERANCE = 3_600_000;

    /** What a file is. */
    public enum What {
        PACK,
        MOVEMENTS
    }

    /**
     * What anybody may read of it.
     *
     * @param v 1
     * @param device whose it is
     * @param made milliseconds since 1970
     * @param expires milliseconds since 1970; not opened after
     * @param maker key of the officer who made it, base64
     */
    public record Header(
            int v, What what, String caseId, String handover, String device, long made, long expires, String maker) {
        private byte[] bytes() {
            return CanonicalJson.bytes(this);
        }
    }

    /** Seals content to a device. */
    static DeviceFile seal(Header header, String deviceSealingKey, SigningKey maker, byte[] content) {
        String sealed = SealingKey.seal(deviceSealingKey, header.bytes(), content);
        return new DeviceFile(header, sealed, maker.sign(message(header, sealed)));
    }

    private static byte[] message(Header header, String sealed) {
        byte[] json = header.bytes();
        byte[] digest = Bytes.sha256(Bytes.utf8(sealed));
        byte[] out = java.util.Arrays.copyOf(DOMAIN, DOMAIN.length + json.length + digest.length);
        System.arraycopy(json, 0, out, DOMAIN.length, json.length);
        System.arraycopy(digest, 0, out, DOMAIN.length + json.length, digest.length);
        return out;
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    /**
     * Opens a file on the device it was made for.
     *
     * @param now milliseconds since 1970 by the device's clock
     */
    static Result<byte[]> open(byte[] bytes, What what, DeviceKeys keys, long now) {
        DeviceFile file;
        try {
            file = CanonicalJson.read(bytes, DeviceFile.class);
        } catch (MalformedJsonException e) {
            return Result.refused("pack.json", "The file is no day pack: copy it again.");
        }
        Header h = file.header();
        if (h == null || file.sealed() == null || file.signature() == null || h.v() != 1 || h.what() != what) {
            return Result.refused("pack.what", "The file is not what was asked for: a " + what + " of this version.");
        }
        if (!keys.device().equals(h.device())) {
            return Result.refused(
                    "pack.other-device", "The file was made for another device: " + h.device() + " can open it.");
        }
        if (!keys.trusts().equals(h.maker())
                || !SigningKey.verifies(h.maker(), message(h, file.sealed()), file.signature())) {
            return Result.refused(
                    "pack.maker",
                    "The file was not made by the officer that this device was given to, or was changed: ask him for another.");
        }
        if (now > h.expires()) {
            return Result.refused("pack.expired", "The file has expired: its day is over. Ask for a new one.");
        }
        if (now < h.made() - CLOCK_TOLERANCE) {
            return Result.refused(
                    "pack.clock", "The clock of this device stands before the file was made: set the clock.");
        }
        byte[] content = SealingKey.fromPrivateText(keys.sealing()).open(h.bytes(), file.sealed());
        return content == null
                ? Result.refused("pack.other-key", "The file was sealed to another key than this device's.")
                : Result.ok(content);
    }
}
