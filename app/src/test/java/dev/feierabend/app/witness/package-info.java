@NullMarked
package dev.feierabend.app.witness;

import org.jspecify.annotations.NullMarked;
