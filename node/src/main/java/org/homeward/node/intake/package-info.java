/**
 * Registers on their way in, and as they stand: a file waits, is looked at, is taken in as one batch or let go; a row shows what each
 * batch said of it. Uses {@code store} and the module {@code register}; knows no framework. Start with {@link
 * org.homeward.node.intake.Intake}.
 */
@NullMarked
package org.homeward.node.intake;

import org.jspecify.annotations.NullMarked;
