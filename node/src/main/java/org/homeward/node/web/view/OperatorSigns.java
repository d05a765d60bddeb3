package org.homeward.node.web.view;

import java.util.Optional;

/** A page signs for test operators only, whose keys lie beside the node. A real person's key is never here. */
public interface OperatorSigns {
    /** The signature of a test operator; empty for everybody else. */
    Optional<String> sign(String personId, String text);
}
