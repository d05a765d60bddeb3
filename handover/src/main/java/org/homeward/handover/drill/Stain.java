package org.homeward.handover.drill;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** What happens to paper on such a day. */
public final class Stain {
    private Stain() {}

    /**
     * Covers a square of a picture with rectangles of about one size, each light, dark or speckled, anywhere on it, until a share of its area is
     * covered.
     *
     * @param border pixels before the square begins, across and down
     * @param side pixels of the square
     * @param share such as 0.15
     * @param stains how many; a few more where they fall on each other
     */
    public static void cover(
            BufferedImage image, int border, int side, double share, int stains, RandomGenerator chance) {
        boolean[][] covered = new boolean[side][side];
        double left = share * side * side;
        double each = left / stains;
        while (left > 0) {
            double ratio = Math.exp((chance.nextDouble() - 0.5) * 1.4);
            int width = (int) Math.min(side, Math.ceil(Math.sqrt(each * ratio)));
            int height = (int) Math.min(side, Math.ceil(each / width));
            int x0 = chance.nextInt(side - width + 1);
            int y0 = chance.nextInt(side - height + 1);
            int ink = chance.nextInt(3);
            for (int y = y0; y < y0 + height; y++) {
                for (int x = x0; x < x0 + width; x++) {
                    left -= covered[y][x] ? 0 : 1;
                    covered[y][x] = true;
                    boolean dark = ink == 0 || (ink == 2 && chance.nextBoolean());
                    image.setRGB(border + x, border + y, dark ? 0xFF000000 : 0xFFFFFFFF);
                }
            }
        }
    }
}
