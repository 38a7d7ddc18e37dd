/// Who is who: names live outside the journal and can be erased; the journal binds them.
@NullMarked
package dev.feierabend.core.naming;

import org.jspecify.annotations.NullMarked;
