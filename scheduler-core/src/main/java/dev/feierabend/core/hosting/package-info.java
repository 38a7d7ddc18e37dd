/// Hosts and guests as whatever manages them shows them, and what it can be asked to do with them.
@NullMarked
package dev.feierabend.core.hosting;

import org.jspecify.annotations.NullMarked;
