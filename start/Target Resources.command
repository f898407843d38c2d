#!/bin/sh
# macOS opens this in its terminal by a double click.
exec "$(dirname -- "$0")/target-resources.sh" "$@"
