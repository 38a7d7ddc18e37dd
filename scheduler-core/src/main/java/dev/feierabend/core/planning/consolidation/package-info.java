/// Which hosts carry all guests with the least energy until the window ends, which guests move for
/// that, and how far it is from what is possible at all.
@NullMarked
package dev.feierabend.core.planning.consolidation;

import org.jspecify.annotations.NullMarked;
