/// How busy hosts and workloads are, and what others changed.
@NullMarked
package dev.feierabend.core.observing;

import org.jspecify.annotations.NullMarked;
