package org.homeward.node.families;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What families read, in their language. Never where somebody is, never how likely something is. */
public final class Words {
    /** The languages in which a family can be written to. */
    public static final List<String> LANGUAGES = List.of("en", "uk", "ru", "ar");

    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** @param language one of {@link #LANGUAGES} */
    public static Words in(String language) {
        return new Words(ResourceBundle.getBundle(
                "org.homeward.node.families.Notices",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** @throws java.util.MissingResourceException when a word is missing, which is a bug */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
