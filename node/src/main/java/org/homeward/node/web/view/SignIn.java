package org.homeward.node.web.view;

import java.util.List;
import java.util.Optional;

/** Who may sign in at this node. Safe for threads. */
public interface SignIn {
    /** The person whose token this is. */
    Optional<Reader> byToken(String token);

    /**
     * The person whose passkey signed.
     *
     * @param credential the passkey's id, as the browser gave it
     * @param nonce that his session was given; empty when it was given none
     */
    Optional<Reader> byPasskey(String credential, String signature, String nonce);

    /** The person of that id as he stands now; a session ends with him, and follows his role. */
    Optional<Reader> byId(String personId);

    /**
     * Test operators who sign in without a token, from this machine alone; empty where this node has no test sign-in. They are
     * shown plainly as a test.
     */
    List<Reader> testOperators();
}
