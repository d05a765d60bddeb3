package org.homeward.sample;

import java.util.List;

/**
 * A row as a clerk wrote it.
 *
 * @param person index of the person he wrote down
 * @param errors what went wrong, or is otherwise than in the other register
 */
record Row(String id, int person, List<String> cells, List<String> errors) {}
