/**
 * A person's dossier: what was said of him, by whom and on what evidence, with several statuses at once; claims of a death that wait for two
 * people; rows of one register that may be one person; pictures; forms with a number and a seal. Uses {@code store} and {@code intake};
 * knows no framework. Start with {@link org.homeward.node.dossier.DossierRooms}.
 */
@NullMarked
package org.homeward.node.dossier;

import org.jspecify.annotations.NullMarked;
