/// Witnesses (c2sp.org/tlog-witness): who keeps a log's newest checkpoint elsewhere, and signs the
/// next only where it grew out of it.
@NullMarked
package dev.feierabend.core.proving.witness;

import org.jspecify.annotations.NullMarked;
