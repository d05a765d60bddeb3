package org.homeward.handover.reconciliation;

/**
 * A record that happened on paper and was entered later: it rests on a form that somebody keeps, and not on a device that was there.
 *
 * @param form number of the printed form
 * @param pen officer who held the pen
 * @param written date and time as written on the form
 * @param device on which it was entered
 */
public record FromPaper(String form, String pen, String written, String device) {}
