# The JVM remembers the classes of one run in a file and starts the next ones from it. Each function is
# one such run, whose file is named; without a file where it didn't get there.
# To be sourced by a script that has set root, jar and JAVA_HOME.

# Goes through most of what short commands do: options, a document, holidays, sentences.
train_commands() {
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:AOTCacheOutput="$1" -jar "$jar" \
    policy explain "$root/docs/examples/rathaus.yaml" --from 2026-12-01 --to 2027-12-31 >/dev/null 2>&1 ||
    rm -f "$1"
}

# A service that is told to stop once it has started. It looks for a cluster that isn't there, so much
# of what it says to one is remembered too. It knows nothing of the settings of the one that is about
# to start: they may come by the environment, and name a store that others use.
train_service() (
  echo "Learning how the service starts, once…" >&2
  notes=$(mktemp -d)
  cd "$root/bin/training"
  env -i PATH="$PATH" FEIERABEND_JOURNAL="$notes/journal" \
    "$JAVA_HOME/bin/java" -XX:+UseG1GC -XX:AOTCacheOutput="$1" -jar "$jar" serve --port 0 \
    >"$notes/log" 2>&1 &
  service=$!
  trap 'kill "$service" 2>/dev/null || true; rm -rf "$notes"' EXIT
  trap 'exit 143' HUP INT TERM
  left=300
  until grep -q 'Started FeierabendApplication' "$notes/log"; do
    left=$((left - 1))
    [ $left -gt 0 ] && kill -0 "$service" 2>/dev/null || exit 0
    sleep 0.2
  done
  kill "$service"
  wait "$service" || true
)
