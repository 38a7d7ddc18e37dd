/// What the command line says, in German and English.
@NullMarked
package dev.feierabend.app.words;

import org.jspecify.annotations.NullMarked;
