# Shared by ./run, ./verify and ./bench: packages and the JDK. Sourced, never started.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Runs a command with the rights that apt needs.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "Installing packages needs root or sudo. Install these by hand, then try again: ${missing[*]:-}"
  fi
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# need_packages NAME…: installs those that aren't there. "a|b" takes the first that this system offers; a name in
# brackets is left out where the system has no such package.
need_packages() {
  command -v apt-get >/dev/null || { say "No apt-get here, so nothing is installed. Needed: $*"; return 0; }
  local -a missing=()
  local name alternative found updated=
  for name in "$@"; do
    found=
    for alternative in ${name//[|\[\]]/ }; do
      if is_installed "$alternative"; then found=yes; break; fi
    done
    [ -n "$found" ] || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  local -a chosen=()
  for name in "${missing[@]}"; do
    found=
    for alternative in ${name//[|\[\]]/ }; do
      if ! apt-cache show "$alternative" >/dev/null 2>&1 && [ -z "$updated" ]; then
        as_root apt-get update -qq || say "The package lists could not be refreshed. Going on with the old ones."
        updated=yes
      fi
      if apt-cache show "$alternative" >/dev/null 2>&1; then found=$alternative; break; fi
    done
    if [ -n "$found" ]; then chosen+=("$found")
    elif [ "${name#\[}" = "$name" ]; then fail "This system offers no package $name."
    fi
  done
  [ ${#chosen[@]} -gt 0 ] || return 0
  say "Installing with apt-get: ${chosen[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get install -y -qq --no-install-recommends "${chosen[@]}" >/dev/null
}

# need_stopped NAME SERVICE: installs a package that isn't there, and leaves the service that it brings off.
need_stopped() {
  local name=$1 service=$2 policy=/usr/sbin/policy-rc.d guard= failed=
  ! is_installed "$name" || return 0
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
    guard=yes
  fi
  (need_packages "$name") || failed=yes
  [ -z "$guard" ] || as_root rm -f "$policy"
  [ -z "$failed" ] || exit 1
  [ ! -d /run/systemd/system ] || as_root systemctl --quiet disable "$service" || true
}

jdk_major() { [ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }

# Prints the folder of an installed JDK of at least 25, if there is one.
find_jdk() {
  local candidate major
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*jdk*; do
    major=$(jdk_major "$candidate") || continue
    if [ "${major:-0}" -ge 25 ]; then printf '%s\n' "$candidate"; return 0; fi
  done
  if command -v javac >/dev/null; then
    candidate=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
    major=$(jdk_major "$candidate") || return 1
    if [ "${major:-0}" -ge 25 ]; then printf '%s\n' "$candidate"; return 0; fi
  fi
  return 1
}

# Sets JAVA_HOME to a JDK of at least 25, installing it where the system offers one.
need_jdk() {
  local jdk
  if ! jdk=$(find_jdk); then
    need_packages '[openjdk-25-jdk-headless]'
    jdk=$(find_jdk) || fail "Quayside needs a JDK 25 or newer, and this system offers none. Install one (Eclipse Temurin 25 is a good choice)
under /usr/lib/jvm, or set JAVA_HOME to it, then try again."
  fi
  export JAVA_HOME=$jdk
}

# Maven on the JDK of JAVA_HOME, without the JVM's warnings about Maven's own libraries.
maven() {
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" mvn -B --no-transfer-progress "$@"
}
