/// A witness as a process of its own (c2sp.org/tlog-witness), run by whoever doesn't run the log.
@NullMarked
package dev.feierabend.app.witness;

import org.jspecify.annotations.NullMarked;
