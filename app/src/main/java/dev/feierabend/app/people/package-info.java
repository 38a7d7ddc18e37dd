/// The directory of names as a file.
@NullMarked
package dev.feierabend.app.people;

import org.jspecify.annotations.NullMarked;
