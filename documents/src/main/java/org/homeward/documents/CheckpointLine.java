package org.homeward.documents;

/**
 * The state of the joint log that a document belongs to.
 *
 * @param size entries in the log
 * @param rootHash root hash of its tree
 * @param words the same as words that three people compare on the telephone
 */
public record CheckpointLine(long size, String rootHash, String words) {}
