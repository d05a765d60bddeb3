package org.homeward.tracing;

import org.homeward.names.GivenNames;
import org.homeward.names.Skeleton;
import org.jspecify.annotations.Nullable;

/**
 * A whole name in one cell, in its parts. Registers write surname, given name, patronymic; a patronymic's ending and a given name
 * that is known tell another order.
 */
record NameSplit(
        @Nullable String surname,
        @Nullable String given,
        @Nullable String patronymic) {
    static NameSplit of(String whole) {
        String[] words = whole.replace(',', ' ').replace(".", ". ").strip().split("\\s+");
        int patronymic = -1;
        int given = -1;
        for (int i = 0; i < words.length; i++) {
            String sound = Skeleton.of(words[i]);
            if (i > 0 && patronymic < 0 && GivenNames.isPatronymic(sound)) {
                patronymic = i;
            } else if (given < 0 && GivenNames.classOf(sound) >= 0 && !GivenNames.isPatronymic(sound)) {
                given = i;
            }
        }
        if (given < 0) {
            // Initials and unknown names: the word before a patronymic, else the second word.
            given = patronymic > 1 ? patronymic - 1 : words.length > 1 ? (patronymic == 1 ? 0 : 1) : -1;
        }
        if (patronymic < 0 && words.length > 2) {
            // Without the ending it is the word after the given name, as in "Surname G. P." and "Surname Given P.".
            patronymic = given + 1 < words.length ? given + 1 : -1;
        }
        StringBuilder surname = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            if (i != given && i != patronymic) {
                surname.append(surname.isEmpty() ? "" : " ").append(words[i]);
            }
        }
        return new NameSplit(
                surname.isEmpty() ? null : surname.toString(),
                given < 0 ? null : words[given],
                patronymic < 0 ? null : words[patronymic]);
    }
}
