package org.homeward.node.dossier;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadUpdateListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that come from outside: a JPEG or a PNG is decoded and written anew, so that nothing of the file but its pixels is kept: no
 * place and time of the camera, no second file behind the first. Nothing else is read: an SVG or a PDF can hold programs, and cannot be
 * made harmless by writing it anew.
 *
 * <p>The size is read before a pixel is; a large picture is made smaller while it is read, so that what is in memory is bounded.
 */
public final class Pictures {
    /** Largest file, in bytes. */
    public static final int MAX_BYTES = 8 << 20;

    /** Most pixels of a file. */
    public static final long MAX_PIXELS = 40_000_000;

    /** Longest side of a picture that is kept. */
    public static final int MAX_SIDE = 2_000;

    private static final int MAX_PASSES = 40;
    private static final long LONGEST_MILLIS = 10_000;
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Why a picture is not taken. */
    public enum Code {
        /** More bytes, or more pixels, than are read. */
        TOO_LARGE,
        /** Neither JPEG nor PNG. */
        OTHER_KIND,
        /** Cut off, damaged, or built to keep a computer busy. */
        DAMAGED
    }

    /** What became of a picture. */
    public sealed interface Outcome {
        /**
         * Written anew.
         *
         * @param media {@code image/jpeg} or {@code image/png}
         */
        record Kept(String media, int width, int height, byte[] bytes) implements Outcome {}

        /** Not taken. */
        record Refused(Code code) implements Outcome {}
    }

    private Pictures() {}

    /** Decodes a picture and writes it anew, in its own format. */
    public static Outcome rewrite(byte[] file) {
        if (file.length > MAX_BYTES) {
            return new Outcome.Refused(Code.TOO_LARGE);
        }
        String format = starts(file, JPEG) ? "jpeg" : starts(file, PNG) ? "png" : "";
        if (format.isEmpty()) {
            return new Outcome.Refused(Code.OTHER_KIND);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        // Never a file beside it: the picture is a person's.
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MAX_PIXELS) {
                return new Outcome.Refused(Code.TOO_LARGE);
            }
            BufferedImage read = read(reader, width, height);
            if (read == null) {
                return new Outcome.Refused(Code.DAMAGED);
            }
            return written(read, format);
        } catch (IOException | RuntimeException e) {
            // A decoder throws what it likes at a file that was made to trouble it.
            return new Outcome.Refused(Code.DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    private static boolean starts(byte[] file, byte[] magic) {
        return file.length > magic.length && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }

    /** @return null where it takes too long, or its end is missing */
    private static @Nullable BufferedImage read(ImageReader reader, int width, int height) throws IOException {
        Watch watch = new Watch(reader);
        reader.addIIOReadProgressListener(watch);
        reader.addIIOReadUpdateListener(watch);
        reader.addIIOReadWarningListener((source, warning) -> watch.warned = true);
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.ceilDiv(Math.max(width, height), MAX_SIDE);
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, param);
        return watch.aborted || watch.warned ? null : image;
    }

    private static Outcome written(BufferedImage image, String format) throws IOException {
        boolean photo = format.equals("jpeg");
        BufferedImage plain = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                photo || !image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(plain, format, new javax.imageio.stream.MemoryCacheImageOutputStream(out) {
            @Override
            public void close() throws IOException {
                flush();
                super.close();
            }
        })) {
            throw new IOException("no writer");
        }
        return new Outcome.Kept("image/" + format, plain.getWidth(), plain.getHeight(), out.toByteArray());
    }

    /** Stops a reader that takes too long, or reads a picture over and over. */
    private static final class Watch implements IIOReadProgressListener, IIOReadUpdateListener {
        private final ImageReader reader;
        private final long until = System.nanoTime() + LONGEST_MILLIS * 1_000_000;
        private int passes;
        private boolean aborted;
        private boolean warned;

        Watch(ImageReader reader) {
            this.reader = reader;
        }

        private void look() {
            if (passes > MAX_PASSES || System.nanoTime() > until) {
                aborted = true;
                reader.abort();
            }
        }

        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            look();
        }

        @Override
        public void passStarted(
                ImageReader source,
                BufferedImage image,
                int pass,
                int minPass,
                int maxPass,
                int minX,
                int minY,
                int periodX,
                int periodY,
                int[] bands) {
            passes++;
            look();
        }

        @Override
        public void imageUpdate(
                ImageReader source,
                BufferedImage image,
                int minX,
                int minY,
                int width,
                int height,
                int periodX,
                int periodY,
                int[] bands) {
            look();
        }

        @Override
        public void readAborted(ImageReader source) {
            aborted = true;
        }

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void passComplete(ImageReader source, BufferedImage image) {}

        @Override
        public void thumbnailPassStarted(
                ImageReader source,
                BufferedImage thumbnail,
                int pass,
                int minPass,
                int maxPass,
                int minX,
                int minY,
                int periodX,
                int periodY,
                int[] bands) {}

        @Override
        public void thumbnailUpdate(
                ImageReader source,
                BufferedImage thumbnail,
                int minX,
                int minY,
                int width,
                int height,
                int periodX,
                int periodY,
                int[] bands) {}

        @Override
        public void thumbnailPassComplete(ImageReader source, BufferedImage thumbnail) {}
    }
}
