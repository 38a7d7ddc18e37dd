@NullMarked
package dev.feierabend.app.templates;

import org.jspecify.annotations.NullMarked;
