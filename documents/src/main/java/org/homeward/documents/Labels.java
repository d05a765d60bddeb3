package org.homeward.documents;

import java.util.Locale;
import java.util.ResourceBundle;

/** The fixed words of a document in one language. */
record Labels(ResourceBundle bundle, String language, boolean rightToLeft) {

    static Labels of(Locale locale) {
        // No fallback to the machine's own language: the same input must give the same bytes everywhere.
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.homeward.documents.Messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String found = bundle.getLocale().getLanguage();
        return new Labels(bundle, found.isEmpty() ? "en" : found, found.equals("ar"));
    }

    String get(String key) {
        return bundle.getString(key);
    }
}
