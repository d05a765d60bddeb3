package org.homeward.tracing;

import org.homeward.register.Field;

/**
 * What sort of value a field holds, and what is believed of it before a register is seen.
 *
 * <p>The beliefs are weak: they count as {@link #BELIEF} pairs, so that two registers of five rows get honest probabilities and two of five
 * thousand follow their own data.
 */
enum Kind {
    SURNAME(1 / 2500.0, true, .55, .18, .02, .07, .05, .06, .005, .065),
    GIVEN_NAME(.025, false, .60, .13, .12, .03, .04, .046, .03, .004),
    PATRONYMIC(.025, true, .55, .10, .17, .03, .04, .03, .04, .04),
    DATE(1 / 9000.0, false, .84, .029, .01, .02, .026, .02, .04, .015),
    NUMBER(1e-6, false, .90, .01, .001, .001, .05, .01, .001, .027),
    SEX(.5, false, .98, .001, .001, .001, .001, .001, .001, .014),
    PLACE(1 / 200.0, true, .60, .12, .01, .05, .05, .05, .001, .119),
    RANK(.12, false, .50, .08, .01, .05, .05, .06, .001, .249),
    UNIT(1 / 150.0, false, .55, .12, .01, .02, .03, .05, .001, .219),
    TEXT(1 / 200.0, true, .65, .08, .01, .05, .05, .05, .001, .109);

    /** How many matching pairs the beliefs weigh as much as. */
    static final double BELIEF = 100;

    /** The chance that two people agree by accident, before counting. */
    final double accident;
    /** Whether brothers and sisters share it. */
    final boolean ofFamily;
    /** The chances of each level among matching pairs, in the order of {@link Level}. */
    final double[] m;

    Kind(double accident, boolean ofFamily, double... m) {
        this.accident = accident;
        this.ofFamily = ofFamily;
        this.m = new double[Step.COUNT];
        System.arraycopy(m, 0, this.m, 1, m.length);
        split(Level.NEAR, Step.NEARER, .5);
        split(Level.LOOSE, Step.LESS_LOOSE, .5);
        split(Level.DIFFERENT, Step.NOT_FAR, notFar());
    }

    /** Of values that differ in two rows of one person, the share that is {@link Step#NOT_FAR}. */
    private double notFar() {
        return switch (this) {
            case SURNAME -> .9;
            case GIVEN_NAME, PATRONYMIC -> .6;
            case DATE -> .4;
            default -> 1e-3;
        };
    }

    private void split(Level level, int step, double share) {
        m[step] = m[level.ordinal()] * share;
        m[level.ordinal()] -= m[step];
    }

    boolean isName() {
        return this == SURNAME || this == GIVEN_NAME || this == PATRONYMIC;
    }

    /** How usual a value may be of which nothing is known: about as usual as the most usual ones of a country are. */
    double usual() {
        return switch (this) {
            case SURNAME -> .005;
            case GIVEN_NAME, PATRONYMIC -> .06;
            case PLACE, UNIT, TEXT -> .03;
            case RANK -> .3;
            case DATE, NUMBER, SEX -> accident;
        };
    }

    /** Whether its levels depend on the scripts that the two values are written in. */
    boolean isSpelled() {
        return this != DATE && this != NUMBER && this != SEX;
    }

    static Kind of(Field field) {
        return switch (field) {
            case SURNAME, FULL_NAME -> SURNAME;
            case GIVEN_NAME -> GIVEN_NAME;
            case PATRONYMIC -> PATRONYMIC;
            case BIRTH_DATE -> DATE;
            case SERVICE_NUMBER -> NUMBER;
            case SEX -> SEX;
            case BIRTH_PLACE, PLACE -> PLACE;
            case RANK -> RANK;
            case UNIT -> UNIT;
            default -> TEXT;
        };
    }
}
