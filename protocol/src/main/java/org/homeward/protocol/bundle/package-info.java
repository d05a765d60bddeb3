/**
 * What an exchange leaves behind as a folder of files, and the check of it on a machine that trusts none of the three nodes.
 * Uses envelope, exchange, json, crypto; start with {@link org.homeward.protocol.bundle.BundleVerifier}.
 */
@NullMarked
package org.homeward.protocol.bundle;

import org.jspecify.annotations.NullMarked;
