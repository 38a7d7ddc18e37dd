/// Who we are to a power controller: logins from files, tried once where they are refused, and
/// never told to anybody else.
@NullMarked
package dev.feierabend.hypervisor.login;

import org.jspecify.annotations.NullMarked;
