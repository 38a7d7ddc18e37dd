# shellcheck shell=sh
# Sourced by mvnw when a tool is missing: installs it through the system's package manager where
# it may (as root, or with a sudo that asks no password), else says what to type.
# FEIERABEND_INSTALL=no: never install, only say.

package_manager() {
  for manager in apt-get dnf zypper apk pacman; do
    if command -v "$manager" >/dev/null; then
      echo "$manager"
      return 0
    fi
  done
  return 1
}

package_of() { # jdk|maven: its name at this system's package manager
  case $1-$(package_manager) in
    maven-*) echo maven ;;
    jdk-apt-get) echo openjdk-25-jdk-headless ;;
    jdk-apk) echo openjdk25-jdk ;;
    jdk-pacman) echo jdk-openjdk ;;
    jdk-*) echo java-25-openjdk-devel ;;
  esac
}

install_command() { # PACKAGE
  case $(package_manager) in
    apt-get) echo "apt-get install -y --no-install-recommends $1" ;;
    apk) echo "apk add $1" ;;
    pacman) echo "pacman -S --noconfirm $1" ;;
    zypper) echo "zypper --non-interactive install $1" ;;
    dnf) echo "dnf install -y $1" ;;
  esac
}

# Prints what goes before a command that needs root; fails where there is no right to it.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    echo
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    echo "sudo -n"
  else
    return 1
  fi
}

# Tries to install; fails, with nothing changed, where it may not or the system has no such package.
install_missing() { # jdk|maven
  [ "${FEIERABEND_INSTALL:-yes}" != no ] && package_manager >/dev/null || return 1
  prefix=$(as_root) || return 1
  install=$(install_command "$(package_of "$1")")
  echo "Installing what is missing: $install" >&2
  if [ "$(package_manager)" = apt-get ]; then
    # shellcheck disable=SC2086 # the prefix is words
    $prefix apt-get update -q >&2 || true
  fi
  # shellcheck disable=SC2086 # both are words
  $prefix $install >&2
}

# The end: what was expected, what was found, what to type.
give_up() { # jdk|maven EXPECTED FOUND VARIABLE
  {
    echo "Expected $2, found $3."
    if package_manager >/dev/null; then
      echo "Type: sudo $(install_command "$(package_of "$1")")"
      echo "or, if your system does not offer that package, unpack one below /opt$4."
    else
      echo "Unpack one below /opt$4."
    fi
  } >&2
  exit 3
}
