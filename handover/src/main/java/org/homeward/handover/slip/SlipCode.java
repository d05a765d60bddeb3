package org.homeward.handover.slip;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/**
 * The code of a slip: QR version 16, level H (ISO/IEC 18004). Every slip has the same version and level, which the scanner uses where a stain
 * covers what says so.
 */
public final class SlipCode {
    static final int VERSION = 16;

    /** Modules on a side. */
    public static final int SIDE = 17 + 4 * VERSION;

    /** Modules of light border. */
    public static final int QUIET = 4;

    private SlipCode() {}

    static BitMatrix modules(String text, int mask) {
        Map<EncodeHintType, Object> hints = new HashMap<>();
        hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.H);
        hints.put(EncodeHintType.QR_VERSION, VERSION);
        hints.put(EncodeHintType.MARGIN, 0);
        if (mask >= 0) {
            hints.put(EncodeHintType.QR_MASK_PATTERN, mask);
        }
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text of a slip is of one length", e);
        }
    }

    /** The code as a picture, with the light border that a scanner needs; {@code scale} pixels for a module. */
    public static BufferedImage image(Slip slip, int scale) {
        BitMatrix modules = modules(slip.text(), -1);
        int side = (SIDE + 2 * QUIET) * scale;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int mx = x / scale - QUIET;
                int my = y / scale - QUIET;
                boolean dark = mx >= 0 && my >= 0 && mx < SIDE && my < SIDE && modules.get(mx, my);
                image.setRGB(x, y, dark ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        return image;
    }
}
