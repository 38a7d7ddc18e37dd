# shellcheck shell=sh
# Sourced by mvnw, feierabend and .ci/run: the one place that knows where JDKs live.
# FEIERABEND_JDK_DIRS: other folders to look through than the usual ones, colon-separated.

least_jdk=25
jdk_dirs=${FEIERABEND_JDK_DIRS-/usr/lib/jvm:/opt:${HOME:-}/.sdkman/candidates/java:/Library/Java/JavaVirtualMachines}

# Its release file says a JDK's version at once; only where there is none the compiler is asked.
is_new_jdk() { # DIR
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 1
  if [ -r "$1/release" ]; then
    jdk_major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  else
    jdk_major=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  [ "${jdk_major:-0}" -ge "$least_jdk" ]
}

# Prints the home of the first JDK that is new enough.
first_jdk() (
  IFS=:
  for dir in $jdk_dirs; do
    unset IFS
    for home in "$dir"/* "$dir"/*/Contents/Home; do
      if is_new_jdk "$home"; then
        echo "$home"
        return 0
      fi
    done
  done
  on_path=$(readlink -f "$(command -v java || echo /)")
  is_new_jdk "${on_path%/bin/java}" && echo "${on_path%/bin/java}"
)

# Exports JAVA_HOME, or fails.
find_jdk() {
  if [ -z "${JAVA_HOME:-}" ] || ! is_new_jdk "$JAVA_HOME"; then
    JAVA_HOME=$(first_jdk) || return 1
  fi
  export JAVA_HOME
}
