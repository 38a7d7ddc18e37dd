@NullMarked
package dev.feierabend.core.archiving;

import org.jspecify.annotations.NullMarked;
