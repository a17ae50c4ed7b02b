#!/bin/sh
# guard.sh SECONDS COMMAND [ARGUMENT...]
#
# Becomes COMMAND, and leaves a watcher behind that holds file descriptor 3, a pipe to whoever started it. When the
# pipe closes the starter is gone, even by kill -9: the watcher then asks COMMAND to end and after SECONDS kills its
# whole process group. Start it as the leader of its own group.
seconds=$1
shift
(
  trap '' TERM INT HUP
  read -r _ <&3
  kill -TERM $$
  tenths=$((seconds * 10))
  while [ $tenths -gt 0 ] && kill -0 $$; do
    sleep 0.1
    tenths=$((tenths - 1))
  done
  kill -KILL -$$
) </dev/null >/dev/null 2>&1 &
exec "$@" 3<&-
