package org.homeward.tracing;

/**
 * What two people of one family share: brothers and sisters, and other kin. Each is a sort of pair of its own in the {@link Model}, since a family's
 * names agree together where strangers' agree one by one.
 */
enum Family {
    /** They share surname, patronymic and places as one person's rows do, and differ in given name and in date of birth. */
    SIBLINGS(.02, .2) {
        @Override
        double chance(Kind kind, int level, double match, double stranger) {
            if (kind.ofFamily) {
                return match;
            }
            return switch (kind) {
                // Parents do not give one name twice; what agrees is a clerk's error.
                case GIVEN_NAME -> Level.isAgreement(level, kind) ? stranger * .002 : stranger;
                case UNIT, RANK -> .5 * match + .5 * stranger;
                default -> stranger;
            };
        }
    },
    /**
     * Brothers and sisters of one date of birth: a sort of their own, for how many there are is to be learned, or the model takes them for people whose clerks
     * wrote another given name.
     */
    TWINS(.004, .04) {
        @Override
        double chance(Kind kind, int level, double match, double stranger) {
            return kind == Kind.DATE ? match : SIBLINGS.chance(kind, level, match, stranger);
        }
    },
    /** Father and son, cousins: surname and places are one, a given name may be handed down, nothing else is shared. */
    KIN(.01, .1) {
        @Override
        double chance(Kind kind, int level, double match, double stranger) {
            return switch (kind) {
                case PATRONYMIC -> stranger;
                case GIVEN_NAME -> HANDED_DOWN * match + (1 - HANDED_DOWN) * stranger;
                default -> kind.ofFamily ? match : stranger;
            };
        }
    };

    private static final double HANDED_DOWN = .05;

    /** How many such pairs are believed to be there for a row, and for {@link Model#BELIEF_PAIRS} pairs. */
    final double forRow;

    final double belief;

    Family(double forRow, double belief) {
        this.forRow = forRow;
        this.belief = belief;
    }

    /** The chance of a level, from those that one person's rows and two strangers' have. */
    abstract double chance(Kind kind, int level, double match, double stranger);

    /** Whether the value itself is shared, so that a rare one tells of a family too. */
    boolean shares(Kind kind) {
        return kind == Kind.DATE ? this == TWINS : kind.ofFamily && (this != KIN || kind != Kind.PATRONYMIC);
    }
}
