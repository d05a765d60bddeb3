package org.homeward.talks.onetext;

/** What a side says, to the mediator alone, of a proposed text beside the one on the table. */
public enum Answer {
    BETTER,
    SAME,
    WORSE
}
