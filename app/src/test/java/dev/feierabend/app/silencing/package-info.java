@NullMarked
package dev.feierabend.app.silencing;

import org.jspecify.annotations.NullMarked;
