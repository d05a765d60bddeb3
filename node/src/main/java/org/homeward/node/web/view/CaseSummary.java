package org.homeward.node.web.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case in one line.
 *
 * @param title of the terms; the case's id before there are any
 * @param now the step that is on, or null when the walk is done
 * @param waiting acts of this side that wait for a signature
 * @param lastAct time of the newest act, or null before the first
 */
public record CaseSummary(
        String id,
        String title,
        @Nullable StepKind now,
        int stepsDone,
        int steps,
        int waiting,
        @Nullable Instant lastAct) {}
