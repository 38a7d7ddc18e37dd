/// The product's decisions and its memory, put together from its slices.
@NullMarked
package dev.feierabend.core;

import org.jspecify.annotations.NullMarked;
