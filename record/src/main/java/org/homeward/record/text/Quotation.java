package org.homeward.record.text;

/**
 * Words between quotation marks within one block.
 *
 * @param begin of the opening mark
 * @param end after the closing mark
 * @param inner where the words begin
 * @param innerEnd where they end
 * @param chain the number of the quotation; paragraphs of one long quotation share it
 * @param closed whether a closing mark was found, or the next paragraph goes on
 */
public record Quotation(int begin, int end, int inner, int innerEnd, int chain, boolean closed) {}
