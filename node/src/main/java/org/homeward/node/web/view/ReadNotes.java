package org.homeward.node.web.view;

/** Where it is noted who read what and who asked for what: reads of personal data are acts too. */
public interface ReadNotes {
    /**
     * Notes a read before the page is shown.
     *
     * @param path the page's address, which holds no personal data
     */
    void note(String personId, String path);

    /**
     * Notes that a person asked for a change, before it is made or refused.
     *
     * @param request method and address, which hold no personal data
     */
    void asked(String personId, String request);
}
