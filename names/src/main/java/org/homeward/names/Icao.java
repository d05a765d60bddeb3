package org.homeward.names;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes Cyrillic names in Latin letters for print, by the table of ICAO Doc 9303 part 3, section 6 B. For comparing names it is
 * useless: see {@link NameComparer}.
 */
public final class Icao {
    private static final Map<Character, String> TABLE = new HashMap<>();

    static {
        String cyrillic = "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя";
        String[] latin =
                ("a b v g g d e e ie zh z i i i i k l m n o p r s t u u f kh ts ch sh shch ie y - e iu ia").split(" ");
        for (int i = 0; i < latin.length; i++) {
            TABLE.put(cyrillic.charAt(i), latin[i].equals("-") ? "" : latin[i]);
        }
    }

    private Icao() {}

    /**
     * The name in Latin letters; what is not Cyrillic stays as it is.
     *
     * @param ukrainian whether г is h and и is y, as in Ukrainian passports (Cabinet resolution 55 of 2010)
     */
    public static String latin(String name, boolean ukrainian) {
        StringBuilder out = new StringBuilder();
        String text = Normalizer.normalize(name, Normalizer.Form.NFC);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char lower = Character.toLowerCase(c);
            String latin = ukrainian && lower == 'г' ? "h" : ukrainian && lower == 'и' ? "y" : TABLE.get(lower);
            if (latin == null) {
                out.append(c);
            } else if (c == lower || latin.isEmpty()) {
                out.append(latin);
            } else {
                boolean shouted = i + 1 < text.length() && Character.isUpperCase(text.charAt(i + 1));
                out.append(Character.toUpperCase(latin.charAt(0)))
                        .append(shouted ? latin.substring(1).toUpperCase(java.util.Locale.ROOT) : latin.substring(1));
            }
        }
        return out.toString();
    }
}
