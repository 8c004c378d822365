# Shared by the commands beside it: finds a JDK and Maven, and builds when something changed. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
jdk_wanted=25
export CASEBRIDGE_DATA=${CASEBRIDGE_DATA:-$root/data}

refuse() {
  echo "$*" >&2
  exit 1
}

# Where JDKs are usually found, as Maven's toolchains look for them; one folder a line.
jdk_candidates() {
  local found
  echo "${JAVA_HOME:-}"
  if found=$(command -v javac); then
    dirname "$(dirname "$(readlink -f "$found")")"
  fi
  if [ -f "${HOME:-/}/.m2/toolchains.xml" ]; then
    sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' "$HOME/.m2/toolchains.xml"
  fi
  printf '%s\n' /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/jdk* "${HOME:-/}"/.jdks/* "${HOME:-/}"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home
}

# The major version of the JDK in a folder; 0 when there is none, or no compiler in it.
jdk_version() {
  local version=
  if [ -x "$1/bin/javac" ]; then
    [ ! -f "$1/release" ] || version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  echo "${version:-0}"
}

# Sets JAVA_HOME to a JDK that is new enough, the oldest of those, or says what to install.
need_jdk() {
  local home version best=
  while IFS= read -r home; do
    [ -n "$home" ] || continue
    version=$(jdk_version "$home")
    if [ "$version" -ge "$jdk_wanted" ] && { [ -z "$best" ] || [ "$version" -lt "$best" ]; }; then
      best=$version
      JAVA_HOME=$home
    fi
  done < <(jdk_candidates)
  [ -n "$best" ] || refuse "Casebridge needs a JDK $jdk_wanted: install one (openjdk-$jdk_wanted-jdk or Temurin $jdk_wanted), or name its folder with JAVA_HOME."
  export JAVA_HOME
}

need_maven() {
  command -v mvn > /dev/null || refuse "Casebridge is built with Maven: install it (on Debian: apt install maven)."
}

maven() {
  # The first two options only hush warnings that Maven's own libraries cause on a new JDK.
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-}" mvn "$@"
}

# Builds into target/app, unless nothing changed since the last time. The old one is replaced in one step, so that what runs from it may end in peace.
build() {
  local built=$root/target/app
  if [ -e "$built/stamp" ] && [ -z "$(find "$root/pom.xml" "$root/src/main" -newer "$built/stamp" -print -quit)" ]; then
    return
  fi
  need_maven
  if [ -e "$built" ]; then
    echo "Building Casebridge..." >&2
  else
    echo "Building Casebridge (on a new machine, Maven fetches its parts first, which takes some minutes)..." >&2
  fi
  mkdir -p "$root/target"
  local fresh=$root/target/app.$$
  rm -rf "$fresh"
  touch "$root/target/build-started"
  (cd "$root" && maven -q -Dmaven.test.skip=true package) >&2 || refuse "The build failed; what Maven says is above."
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -Djarmode=tools -jar "$root"/target/casebridge-*.jar extract --destination "$fresh" \
    --application-filename casebridge.jar > /dev/null
  touch -r "$root/target/build-started" "$fresh/stamp"
  rm -rf "$built"
  mv "$fresh" "$built"
}

# True when a server holds its lock on the data folder (Linux tells; elsewhere the server itself finds out).
serving() {
  [ -r /proc/locks ] && [ -f "$CASEBRIDGE_DATA/lock" ] && grep -q ":$(stat -c %i "$CASEBRIDGE_DATA/lock") 2 2\$" /proc/locks
}

# Becomes Casebridge: the most memory it may take, and its arguments. On two cores the serial collector does the least work
# beside the requests; JAVA_OPTS may name another.
casebridge() {
  local memory=$1
  shift
  local collector=-XX:+UseSerialGC
  [[ ${JAVA_OPTS:-} != *-XX:+Use*GC* ]] || collector=
  # shellcheck disable=SC2086  # JAVA_OPTS holds several
  exec "$JAVA_HOME/bin/java" "-Xmx${CASEBRIDGE_MEMORY:-$memory}" --enable-native-access=ALL-UNNAMED $collector ${JAVA_OPTS:-} \
    -jar "$root/target/app/casebridge.jar" "$@"
}
