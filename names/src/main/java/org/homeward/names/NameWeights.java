package org.homeward.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From features to a probability that both names are one: logistic regression, so that the probability is calibrated on pairs like
 * those it was fitted to, where one pair in about ten is one name and the others are each other's nearest neighbours.
 */
public final class NameWeights {
    private static final String FORMAT = "homeward-name-weights 1";

    private final double[] weights;
    /** The log odds where a glance says all, two bits a slot. */
    private final double[] glances;

    private NameWeights(double[] weights) {
        this.weights = weights;
        glances = NameFeatures.sumsAtAGlance(weights);
    }

    /** A pair of names and whether both are one person's name. */
    public record Labelled(String left, String right, boolean same) {}

    /** Reads the weights that ship. */
    static NameWeights shipped() {
        try (InputStream in = NameWeights.class.getResourceAsStream("name-weights.txt")) {
            if (in == null) {
                throw new IllegalStateException("name-weights.txt is not beside its class");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log odds, nats, that two names are one. */
    double logit(PreparedName left, PreparedName right) {
        if (!Glance.standsAsRead(left, right)) {
            return NameFeatures.sum(weights, null, left, right);
        }
        int surname = Glance.at(left, right, 0);
        int given = Glance.at(left, right, 1);
        int patronymic = Glance.at(left, right, 2);
        if (surname != Glance.TO_READ && given != Glance.TO_READ && patronymic != Glance.TO_READ) {
            return glances[surname << 4 | given << 2 | patronymic];
        }
        boolean read = surname == Glance.TO_READ;
        return NameFeatures.sum(
                weights,
                read ? TokenPairs.compare(left.surname, right.surname) : Glance.outcome(surname),
                given == Glance.TO_READ ? TokenPairs.compare(left.given, right.given) : Glance.outcome(given),
                patronymic == Glance.TO_READ
                        ? TokenPairs.compare(left.patronymic, right.patronymic)
                        : Glance.outcome(patronymic),
                read ? left.surname : null,
                read ? right.surname : null);
    }

    private static double logit(double[] weights, double[] row) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }

    static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** Fits weights to pairs by gradient steps with a pull towards zero; deterministic. */
    public static NameWeights fit(List<Labelled> pairs) {
        double[][] rows = new double[pairs.size()][NameFeatures.SIZE];
        for (int i = 0; i < rows.length; i++) {
            NameFeatures.sum(
                    rows[i].clone(),
                    rows[i],
                    PreparedName.of(pairs.get(i).left()),
                    PreparedName.of(pairs.get(i).right()));
        }
        double[] weights = new double[NameFeatures.SIZE];
        double[] step = new double[weights.length];
        java.util.Arrays.fill(step, 1e-6);
        for (int round = 0; round < 400; round++) {
            double[] gradient = new double[weights.length];
            for (int i = 0; i < rows.length; i++) {
                double error =
                        probability(logit(weights, rows[i])) - (pairs.get(i).same() ? 1 : 0);
                for (int f = 0; f < weights.length; f++) {
                    gradient[f] += error * rows[i][f];
                }
            }
            for (int f = 0; f < weights.length; f++) {
                double g = gradient[f] / rows.length + 2e-5 * weights[f];
                step[f] += g * g;
                weights[f] -= 0.6 * g / Math.sqrt(step[f]);
            }
        }
        return new NameWeights(weights);
    }

    /** The weights as text, a feature a line. */
    public List<String> write(String source) {
        List<String> lines = new ArrayList<>(List.of("# " + FORMAT, "# source: " + source));
        for (int f = 0; f < weights.length; f++) {
            lines.add(NameFeatures.name(f) + "\t" + String.format(Locale.ROOT, "%.4f", weights[f]));
        }
        return lines;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException where a line is no weight or a feature has none
     */
    public static NameWeights read(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals("# " + FORMAT)) {
            throw new IllegalArgumentException("line 1: expected '# " + FORMAT + "'");
        }
        Map<String, Double> byName = new HashMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t");
            if (!line.startsWith("#")) {
                if (cells.length != 2) {
                    throw new IllegalArgumentException("not a line of name weights");
                }
                byName.put(cells[0], Double.parseDouble(cells[1]));
            }
        }
        double[] weights = new double[NameFeatures.SIZE];
        for (int f = 0; f < weights.length; f++) {
            Double weight = byName.get(NameFeatures.name(f));
            if (weight == null) {
                throw new IllegalArgumentException("no weight for " + NameFeatures.name(f));
            }
            weights[f] = weight;
        }
        return new NameWeights(weights);
    }
}
