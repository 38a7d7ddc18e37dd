/// The product's memory: a log of sealed commits, and Axon's aggregates on top of it.
@NullMarked
package dev.feierabend.core.journal;

import org.jspecify.annotations.NullMarked;
