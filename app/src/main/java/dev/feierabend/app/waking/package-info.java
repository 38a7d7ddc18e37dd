/// Brings back the hosts of a wake list, with neither the service nor its store: who is asked when,
/// and what became of it.
@NullMarked
package dev.feierabend.app.waking;

import org.jspecify.annotations.NullMarked;
