/// What may sleep now, which hosts the rest needs, and why.
@NullMarked
package dev.feierabend.core.planning;

import org.jspecify.annotations.NullMarked;
