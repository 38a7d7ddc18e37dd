/// Asks others over HTTP for their word on a checkpoint.
@NullMarked
package dev.feierabend.app.vouching;

import org.jspecify.annotations.NullMarked;
