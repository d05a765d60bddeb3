package org.homeward.node.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.homeward.node.dossier.Pictures.Code;
import org.homeward.node.dossier.Pictures.Outcome.Kept;
import org.homeward.node.dossier.Pictures.Outcome.Refused;
import org.junit.jupiter.api.Test;

/** Pictures from outside, sound and hostile. */
class PicturesTest {
    static byte[] picture(String format, int width, int height) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            image.setRGB(random.nextInt(width), random.nextInt(height), random.nextInt());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static Code refusal(byte[] file) {
        return ((Refused) Pictures.rewrite(file)).code();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Test
    void soundOnesAreWrittenAnewAndLargeOnesSmaller() throws Exception {
        Kept jpeg = (Kept) Pictures.rewrite(picture("jpeg", 640, 480));
        assertThat(jpeg.media()).isEqualTo("image/jpeg");
        assertThat(jpeg.width()).isEqualTo(640);
        Kept png = (Kept) Pictures.rewrite(picture("png", 4_100, 50));
        assertThat(png.media()).isEqualTo("image/png");
        assertThat(png.width()).isLessThanOrEqualTo(Pictures.MAX_SIDE);
        assertThat(ImageIO.read(new ByteArrayInputStream(png.bytes())).getWidth())
                .isEqualTo(png.width());
    }

    @Test
    void nothingButPixelsIsKept() throws Exception {
        byte[] plain = picture("jpeg", 64, 64);
        byte[] words = "Exif\0\0GPS 50.4501 N <script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1);
        byte[] segment = join(
                new byte[] {(byte) 0xff, (byte) 0xe1, (byte) ((words.length + 2) >> 8), (byte) (words.length + 2)},
                words);
        // A polyglot: a picture with a web page and an archive behind it, and the camera's place in front.
        byte[] file = join(
                Arrays.copyOf(plain, 2),
                segment,
                Arrays.copyOfRange(plain, 2, plain.length),
                "<html><script>1</script></html>PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1));

        Kept kept = (Kept) Pictures.rewrite(file);

        assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("script")
                .doesNotContain("PK\u0003\u0004");
    }

    @Test
    void everythingElseIsRefused() throws Exception {
        for (String other : new String[] {
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>",
            "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg>&x;</svg>",
            "%PDF-1.7\n",
            "GIF89a\u0001\u0000",
            "RIFF....WEBP",
            "BM",
            "II*\0",
            "PK\u0003\u0004",
            ""
        }) {
            assertThat(refusal(other.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(other)
                    .isEqualTo(Code.OTHER_KIND);
        }
        assertThat(refusal(new byte[Pictures.MAX_BYTES + 1])).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void aPictureThatIsCutOffIsRefused() throws Exception {
        byte[] jpeg = picture("jpeg", 200, 200);
        byte[] png = picture("png", 200, 200);
        assertThat(refusal(Arrays.copyOf(jpeg, jpeg.length / 2))).isEqualTo(Code.DAMAGED);
        assertThat(refusal(Arrays.copyOf(png, png.length / 2))).isEqualTo(Code.DAMAGED);
        assertThat(refusal(Arrays.copyOf(png, 20))).isEqualTo(Code.DAMAGED);
    }

    @Test
    void aBombIsRefusedByItsSizeBeforeAPixelIsRead() throws Exception {
        long start = System.nanoTime();
        assertThat(refusal(png(60_000, 60_000, 0))).isEqualTo(Code.TOO_LARGE);
        // It says that it is large, within what is read, and holds next to nothing.
        assertThat(refusal(png(6_000, 6_000, 10))).isEqualTo(Code.DAMAGED);
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    @Test
    void anyDamageGivesAPictureOrARefusal() throws Exception {
        for (String format : new String[] {"jpeg", "png"}) {
            byte[] sound = picture(format, 60, 60);
            Random random = new Random(11);
            for (int round = 0; round < 300; round++) {
                byte[] bytes = sound.clone();
                for (int i = random.nextInt(6); i >= 0; i--) {
                    bytes[3 + random.nextInt(bytes.length - 3)] = (byte) random.nextInt(256);
                }
                switch (Pictures.rewrite(bytes)) {
                    case Kept kept ->
                        assertThat((long) kept.width() * kept.height()).isLessThan(4_000_001L);
                    case Refused refused -> assertThat(refused.code()).isIn((Object[]) Code.values());
                }
            }
        }
    }

    /** A PNG that says it has that size, with so many rows of it. */
    private static byte[] png(int width, int height, int rows) throws Exception {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(header);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(pixels)) {
            for (int i = 0; i < rows; i++) {
                deflater.write(new byte[1 + width * 3]);
            }
        }
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", header.toByteArray()),
                chunk("IDAT", pixels.toByteArray()),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] content) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(out);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        data.writeInt(content.length);
        data.write(name);
        data.write(content);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        data.writeInt((int) crc.getValue());
        return out.toByteArray();
    }
}
