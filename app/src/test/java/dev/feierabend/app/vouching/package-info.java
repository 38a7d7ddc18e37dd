@NullMarked
package dev.feierabend.app.vouching;

import org.jspecify.annotations.NullMarked;
