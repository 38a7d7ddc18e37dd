/// The image as it was built: what it says of itself, what is in it, and that it runs.
@NullMarked
package dev.feierabend.image;

import org.jspecify.annotations.NullMarked;
