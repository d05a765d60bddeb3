package org.homeward.node.web;

import java.util.List;
import org.homeward.node.people.PeopleDesk;
import org.homeward.node.people.Person;

/**
 * What a page asks a passkey to do; {@code passkey.js} reads it from a form's data.
 *
 * @param text to sign
 * @param site to which passkeys are bound
 * @param allow the passkeys that may sign, separated by spaces; empty where any may
 * @param make id of the person for whom a new passkey is made first; empty where none is
 * @param name of that person
 */
public record Ask(String text, String site, String allow, String make, String name) {
    /** A signature by one of a person's passkeys. */
    static Ask sign(PeopleDesk desk, String text, List<Person.Passkey> passkeys) {
        return new Ask(text, desk.site(), ids(passkeys), "", "");
    }

    /** A new passkey and its signature; one of the old ones signs too where there are some. */
    static Ask make(PeopleDesk desk, String text, String person, String name, List<Person.Passkey> old) {
        return new Ask(text, desk.site(), ids(old), person, name);
    }

    private static String ids(List<Person.Passkey> passkeys) {
        return String.join(" ", passkeys.stream().map(Person.Passkey::id).toList());
    }
}
