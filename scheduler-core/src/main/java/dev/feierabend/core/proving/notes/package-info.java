/// Signed notes, checkpoints and proofs as text: c2sp.org/signed-note, tlog-checkpoint, tlog-proof.
@NullMarked
package dev.feierabend.core.proving.notes;

import org.jspecify.annotations.NullMarked;
