/// Moves the events of a closed period to an archive: a package, and a new store that goes on.
@NullMarked
package dev.feierabend.app.archive;

import org.jspecify.annotations.NullMarked;
