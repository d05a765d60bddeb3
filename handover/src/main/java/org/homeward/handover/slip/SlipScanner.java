package org.homeward.handover.slip;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.homeward.ledger.Result;

/** Finds the code of a slip in a picture. First as any scanner does; then, where a stain covers a corner mark, by what slips have in common. */
public final class SlipScanner {
    /** Larger pictures are not read: a few bytes can claim any size. */
    private static final long MOST_PIXELS = 40_000_000;

    private static final Map<DecodeHintType, Object> HARDER = Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);

    private SlipScanner() {}

    /** What the code in a PNG, JPEG, GIF or BMP file says. */
    public static Result<String> read(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Result.refused("scan.picture", "The file is no picture: a PNG or JPEG is needed.");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    return Result.refused("scan.size", "The picture is too large: at most 40 million pixels.");
                }
                return read(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Picture readers throw what they like at a damaged file.
            return Result.refused("scan.picture", "The picture cannot be read: take it again.");
        }
    }

    /** What the code in a picture says; whether it is true is asked of {@link Slip.Reader}. */
    public static Result<String> read(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        LuminanceSource light =
                new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        List<BinaryBitmap> bitmaps = List.of(
                new BinaryBitmap(new HybridBinarizer(light)), new BinaryBitmap(new GlobalHistogramBinarizer(light)));
        for (BinaryBitmap bitmap : bitmaps) {
            Optional<String> text = black(bitmap).flatMap(SlipScanner::whole);
            if (text.isPresent()) {
                return Result.ok(text.get());
            }
        }
        for (BinaryBitmap bitmap : bitmaps) {
            Optional<String> text = amongOthers(bitmap);
            if (text.isPresent()) {
                return Result.ok(text.get());
            }
        }
        for (BinaryBitmap bitmap : bitmaps) {
            Optional<String> text = black(bitmap).flatMap(StainedCode::read);
            if (text.isPresent()) {
                return Result.ok(text.get());
            }
        }
        return Result.refused(
                "scan.nothing",
                "No code of a slip is in the picture: take it again from above, or find him by number or name.");
    }

    private static Optional<BitMatrix> black(BinaryBitmap bitmap) {
        try {
            return Optional.of(bitmap.getBlackMatrix());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** A printed page has letters and tables that look like corner marks: every three marks that could belong together are tried. */
    private static Optional<String> amongOthers(BinaryBitmap bitmap) {
        try {
            return Stream.of(new QRCodeMultiReader().decodeMultiple(bitmap, HARDER))
                    .map(com.google.zxing.Result::getText)
                    .findFirst();
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> whole(BitMatrix black) {
        try {
            DecoderResult result =
                    new Decoder().decode(new Detector(black).detect(HARDER).getBits());
            return Optional.of(result.getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
