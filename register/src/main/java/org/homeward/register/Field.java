package org.homeward.register;

/**
 * What a column of a register means.
 *
 * <p>The names follow the records that the Third Geneva Convention asks of a bureau (Art. 17 and 122) and the address
 * parts that civil registers add. A column whose meaning is not known is {@link #OTHER}: it is kept and shown, and never
 * compared.
 */
public enum Field {
    /** The row's own key in its file; copied out as it stands. */
    ID,
    /** The whole name in one cell, in any order. */
    FULL_NAME,
    SURNAME,
    GIVEN_NAME,
    PATRONYMIC,
    BIRTH_DATE,
    SEX,
    BIRTH_PLACE,
    /** Place of residence or last known place. */
    PLACE,
    RANK,
    UNIT,
    /** Army, regimental, personal or serial number, or a civil number that belongs to one person. */
    SERVICE_NUMBER,
    CAPTURE_DATE,
    CAPTURE_PLACE,
    /** Soldier or civilian. */
    KIND,
    /** Medical class, as a board or a camp doctor stated it. */
    MEDICAL,
    STREET_NUMBER,
    STREET,
    /** Second line of an address. */
    ADDRESS_LINE,
    SUBURB,
    POSTCODE,
    STATE,
    /** Moment (UTC, ISO 8601) after which what the row says of the person must be gone. */
    EXPIRY,
    /** What the file says of where the person is: missing, held, wounded, dead. It is said, never known. */
    STATUS,
    /** Day on which the person is said to have died. */
    DEATH_DATE,
    /** Notes that others wrote on the person, as {@link PfifNote} writes them into one cell. */
    NOTES,
    OTHER
}
