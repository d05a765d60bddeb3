/**
 * Exchanges as both sides published them: totals, gaps, disagreements, and a page with a chart.
 *
 * <p>Start with {@link org.homeward.record.exchange.PublishedExchanges#read}.
 */
@NullMarked
package org.homeward.record.exchange;

import org.jspecify.annotations.NullMarked;
