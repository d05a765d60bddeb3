package org.homeward.names;

/** How far two name parts agree, from the strongest to none. */
public enum NameLevel {
    /** The same letters, case and accents aside. */
    EXACT("written the same"),
    /** The same sounds under the romanisation tables, or one person's masculine and feminine form. */
    SOUND("the same name in another spelling"),
    /** One name in two languages: never equality. */
    EQUIVALENT("one name in two languages"),
    /** Names with one root that law and families treat as two, such as Георгій and Юрій, or a fond form of another name. */
    RELATED("related names, not one name"),
    NEAR("a close spelling"),
    LOOSE("a loose likeness"),
    DIFFERENT("two names");

    private final String words;

    NameLevel(String words) {
        this.words = words;
    }

    /** What the level says, in words a clerk reads. */
    public String words() {
        return words;
    }
}
