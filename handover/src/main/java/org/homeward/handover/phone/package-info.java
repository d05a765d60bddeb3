/**
 * A device of the day that is a telephone: the page that runs in its browser, as files to serve. Its log is that of package {@code log}, byte for
 * byte. Uses nothing. Start with {@link org.homeward.handover.phone.PhonePage}; what it does is in its {@code page.js}.
 */
@NullMarked
package org.homeward.handover.phone;

import org.jspecify.annotations.NullMarked;
