package org.homeward.handover.device;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.SignedEvent;
import org.homeward.handover.slip.SlipScanner;
import org.homeward.ledger.Result;
import org.homeward.protocol.crypto.Bytes;

/** One event as a QR code for the other device's camera, when there is neither network nor stick: the same line as in a log. */
public final class ActPicture {
    /** Pixels of a module. */
    private static final int SCALE = 5;

    private ActPicture() {}

    /** The picture as PNG; refused where the event is too long for a code, as is what a person told the neutral. */
    public static Result<byte[]> png(SignedEvent event) {
        return png(new String(event.bytes(), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A code that says this, as PNG. */
    static Result<byte[]> png(String text) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    4));
            int side = modules.getWidth() * SCALE;
            BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    image.setRGB(x, y, modules.get(x / SCALE, y / SCALE) ? 0xFF000000 : 0xFFFFFFFF);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return Result.ok(out.toByteArray());
        } catch (WriterException e) {
            return Result.refused("act.long", "The record is too long for a picture: carry it as a file.");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("writing to memory", e);
        }
    }

    /** The event in a picture; whether its device signed it is asked by {@link Post#take}. */
    public static Result<LogText.Content> read(byte[] picture) {
        return SlipScanner.read(picture).then(text -> LogText.read(Bytes.utf8(text + "\n")));
    }
}
