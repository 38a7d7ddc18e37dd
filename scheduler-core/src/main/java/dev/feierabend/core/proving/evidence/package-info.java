/// Evidence packages: a history, or a part of it, with everything a stranger needs to check it.
@NullMarked
package dev.feierabend.core.proving.evidence;

import org.jspecify.annotations.NullMarked;
