package org.homeward.sample;

/** What a held register says of a person's wounds. */
public enum Medical {
    UNINJURED,
    LIGHTLY,
    /** With a code of Annex I to the Third Geneva Convention: to be repatriated whatever the numbers. */
    SERIOUSLY
}
