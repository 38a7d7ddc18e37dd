/// How busy the data centre's guests are: generated, or replayed from recorded traces.
@NullMarked
package dev.feierabend.sandbox.load;

import org.jspecify.annotations.NullMarked;
