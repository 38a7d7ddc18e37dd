/// Time that passes when it is told to.
@NullMarked
package dev.feierabend.sandbox.time;

import org.jspecify.annotations.NullMarked;
