/** A printed form of Annex IV, checked without a network. */
@NullMarked
package org.homeward.cli.form;

import org.jspecify.annotations.NullMarked;
