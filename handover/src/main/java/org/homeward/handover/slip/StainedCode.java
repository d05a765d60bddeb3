package org.homeward.handover.slip;

import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GridSampler;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A slip's code whose corner marks are not all to be seen, or of which more is covered than level H makes good. Two marks give the place of the
 * third; and what is the same in every slip is set right before the rest is corrected: marks, format, version and two thirds of the data, which
 * {@link SlipText} repeats in every slip for that purpose. Level H then mends 15 of some 36 unknown codewords in a block instead of 15 of 46.
 */
final class StainedCode {
    private static final int SIDE = SlipCode.SIDE;
    private static final int MOST_MARKS = 6;
    private static final float MARK = 3.5f;

    /** Where something else is looked at, half of the modules agree by chance; a code with a third of it under stains agrees in five sixths. */
    private static final double AGREEING = 0.65;

    /** For each of the eight masks: which modules are the same in every slip, and how they are. */
    private static final List<Constant> CONSTANTS =
            IntStream.range(0, 8).mapToObj(Constant::ofMask).toList();

    /** What is the same in every slip under one mask. */
    private record Constant(BitMatrix same, BitMatrix value) {
        /** So many slips that a module which differs is equal in all of them in one case of sixteen million. */
        private static final int SAMPLES = 24;

        static Constant ofMask(int mask) {
            SplittableRandom chance = new SplittableRandom(mask);
            BitMatrix same = new BitMatrix(SIDE);
            same.setRegion(0, 0, SIDE, SIDE);
            BitMatrix value = SlipCode.modules(sample(chance), mask);
            for (int i = 1; i < SAMPLES; i++) {
                BitMatrix other = SlipCode.modules(sample(chance), mask);
                for (int y = 0; y < SIDE; y++) {
                    for (int x = 0; x < SIDE; x++) {
                        if (same.get(x, y) && other.get(x, y) != value.get(x, y)) {
                            same.unset(x, y);
                        }
                    }
                }
            }
            return new Constant(same, value);
        }

        /** Share of the modules that are always the same which are so here. */
        double agrees(BitMatrix sampled) {
            int known = 0;
            int right = 0;
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    if (same.get(x, y)) {
                        known++;
                        right += sampled.get(x, y) == value.get(x, y) ? 1 : 0;
                    }
                }
            }
            return (double) right / known;
        }

        /** The code with these modules as they always are. */
        BitMatrix repaired(BitMatrix sampled) {
            BitMatrix whole = sampled.clone();
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    if (same.get(x, y) && whole.get(x, y) != value.get(x, y)) {
                        whole.flip(x, y);
                    }
                }
            }
            return whole;
        }

        private static String sample(SplittableRandom chance) {
            byte[] bytes = new byte[SlipText.BYTES];
            chance.nextBytes(bytes);
            return SlipText.write(bytes);
        }
    }

    private record Point(float x, float y) {}

    /** The three marks as far as they are known. */
    private record Corners(Point topLeft, Point topRight, Point bottomLeft) {
        /** Sides that are far from one length are no code. */
        boolean square() {
            double a = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
            double b = Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y);
            double dot = (topRight.x - topLeft.x) * (bottomLeft.x - topLeft.x)
                    + (topRight.y - topLeft.y) * (bottomLeft.y - topLeft.y);
            return a > SIDE && b > SIDE && Math.abs(a - b) < 0.2 * Math.max(a, b) && Math.abs(dot) < 0.2 * a * b;
        }
    }

    /** Gives the marks that the search came across, also when they are not three. */
    private static final class Marks extends FinderPatternFinder {
        Marks(BitMatrix image) {
            super(image);
        }

        /** Every row is looked through for dark and light in the proportions 1:1:3:1:1, as the superclass does, which stops short of three. */
        List<Point> found() {
            for (int y = 0; y < getImage().getHeight(); y++) {
                row(y);
            }
            return getPossibleCenters().stream()
                    .sorted(Comparator.comparingInt(FinderPattern::getCount).reversed())
                    .limit(MOST_MARKS)
                    .map(p -> new Point(p.getX(), p.getY()))
                    .toList();
        }

        private void row(int y) {
            BitMatrix image = getImage();
            int[] runs = new int[5];
            int at = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                boolean dark = (at & 1) == 0;
                if (image.get(x, y) == dark) {
                    runs[at]++;
                } else if (at < 4) {
                    // Light before the first dark is no run.
                    at += at == 0 && runs[0] == 0 ? 0 : 1;
                    runs[at] += at == 0 ? 0 : 1;
                } else {
                    if (foundPatternCross(runs)) {
                        handlePossibleCenter(runs, y, x);
                    }
                    System.arraycopy(runs, 2, runs, 0, 3);
                    runs[3] = 1;
                    runs[4] = 0;
                    at = 3;
                }
            }
            if (at == 4 && foundPatternCross(runs)) {
                handlePossibleCenter(runs, y, image.getWidth());
            }
        }
    }

    private StainedCode() {}

    static Optional<String> read(BitMatrix black) {
        for (Corners corners : candidates(new Marks(black).found())) {
            if (corners.square()) {
                Optional<String> text = sample(black, corners).flatMap(StainedCode::decode);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    private static List<Corners> candidates(List<Point> marks) {
        List<Corners> all = new ArrayList<>();
        for (Point a : marks) {
            for (Point b : marks) {
                for (Point c : marks) {
                    if (a != b && b != c && a != c) {
                        all.add(new Corners(a, b, c));
                    }
                }
            }
        }
        for (Point a : marks) {
            for (Point b : marks) {
                if (a != b) {
                    float dx = b.x - a.x;
                    float dy = b.y - a.y;
                    // The hidden one, in turn: bottom left, top right, top left.
                    all.add(new Corners(a, b, new Point(a.x - dy, a.y + dx)));
                    all.add(new Corners(a, new Point(a.x + dy, a.y - dx), b));
                    float hx = -dx / 2;
                    float hy = -dy / 2;
                    all.add(new Corners(new Point((a.x + b.x) / 2 + hy, (a.y + b.y) / 2 - hx), a, b));
                }
            }
        }
        return all;
    }

    private static Optional<BitMatrix> sample(BitMatrix black, Corners c) {
        float far = SIDE - MARK;
        PerspectiveTransform transform = PerspectiveTransform.quadrilateralToQuadrilateral(
                MARK,
                MARK,
                far,
                MARK,
                far,
                far,
                MARK,
                far,
                c.topLeft.x,
                c.topLeft.y,
                c.topRight.x,
                c.topRight.y,
                c.topRight.x + c.bottomLeft.x - c.topLeft.x,
                c.topRight.y + c.bottomLeft.y - c.topLeft.y,
                c.bottomLeft.x,
                c.bottomLeft.y);
        try {
            return Optional.of(GridSampler.getInstance().sampleGrid(black, SIDE, SIDE, transform));
        } catch (NotFoundException outside) {
            return Optional.empty();
        }
    }

    /** The mask is the one under which most agrees, so that only one code is corrected, and none where the marks are not where they were thought. */
    private static Optional<String> decode(BitMatrix sampled) {
        Constant best = CONSTANTS.getFirst();
        double agrees = 0;
        for (Constant constant : CONSTANTS) {
            double share = constant.agrees(sampled);
            if (share > agrees) {
                agrees = share;
                best = constant;
            }
        }
        if (agrees < AGREEING) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Decoder().decode(best.repaired(sampled)).getText());
        } catch (ReaderException tooMuchIsCovered) {
            return Optional.empty();
        }
    }
}
