/// The Merkle tree over the history (RFC 6962) in tiles (c2sp.org/tlog-tiles), and its proofs.
/// Knows nothing of commits.
@NullMarked
package dev.feierabend.core.proving.tree;

import org.jspecify.annotations.NullMarked;
