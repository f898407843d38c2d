#!/bin/sh
# Starts the page of target-resources: by a double click, or from a terminal. A folder may be named as its argument.
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

stop() {
  printf '%s\n' "$1" >&2
  # Where a window was opened for this alone, it stays until it has been read.
  if [ -t 0 ]; then printf 'Press Enter to close. ' >&2 && read -r _; fi
  exit 1
}

command -v node >/dev/null 2>&1 || stop 'Node.js is missing: install version 20.19 or newer from https://nodejs.org, then start this again.'
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
  stop "Node.js $(node --version) is too old: install version 20.19 or newer from https://nodejs.org, then start this again."

if [ ! -f "$here/dist/cli.js" ] || [ ! -d "$here/node_modules" ]; then
  printf 'Preparing the program. This takes a minute, once.\n' >&2
  (cd "$here" && npm ci) || stop 'The program could not be prepared: see above. It needs the internet this one time.'
fi

work=${1:-$HOME/target-resources}
exec node "$here/dist/cli.js" app "$work"
