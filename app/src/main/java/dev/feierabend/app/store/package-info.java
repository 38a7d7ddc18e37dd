/// Where a journal is kept, by the name it is given in settings and on the command line.
@NullMarked
package dev.feierabend.app.store;

import org.jspecify.annotations.NullMarked;
