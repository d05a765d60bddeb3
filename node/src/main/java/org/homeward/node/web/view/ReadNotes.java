package org.homeward.node.web.view;

/** Where it is noted who read what: reads of personal data are acts too. */
public interface ReadNotes {
    /**
     * Notes a read before the page is shown.
     *
     * @param path the page's address, which holds no personal data
     */
    void note(String personId, String path);
}
