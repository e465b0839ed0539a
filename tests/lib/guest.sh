# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash
#
# What tests/vm and tests/uml share: the folder that a run shares with its
# guest, what is put there before and read from there after. They set $top.
# shellcheck disable=SC2154

die() { echo "${0##*/}: $*" >&2; exit 125; }

# What the kernel says when something is wrong with it
splat='WARNING: |BUG: |KASAN|UBSAN|Oops|Kernel panic|general protection fault'
splat+='|refcount_t: |kernel BUG at|Call Trace:|possible .* detected|suspicious RCU usage'
splat+='|rcu: INFO: |rcu_.* detected stall|scheduling while atomic|sleeping function called'
splat+='|blocked for more than|soft lockup|kmemleak: [1-9]|leaked|non-static key|unregister_netdevice: waiting'
splat+='|ODEBUG: |list_(add|del) corruption|still has .* users|stack-protector'

# stage_new RELEASE ROOT [MAKE-ARG...]: scripts/stage, heard only if it fails
stage_new() {
	local log=$top/build/stage-$1.log

	mkdir -p "$top/build"
	"$top/scripts/stage" "$@" 2>"$log" || {
		cat "$log" >&2
		die "module and tool do not build for $1"
	}
}

# what tests/lib/guest-run has the kernel say just before the command
up="nfipsec: the guest is up"

# run_new COMMAND [ARG...]: makes the folder $run; the caller's working
# directory, terminal, language and NFI_* variables go with the command.
run_new() {
	local name
	run=$(mktemp -d "${TMPDIR:-/tmp}/nfipsec-run.XXXXXX")
	trap run_clean EXIT
	trap 'exit 129' HUP
	trap 'exit 130' INT
	trap 'exit 143' TERM
	mkdir "$run/share"
	mkfifo "$run/out" "$run/err"
	{
		printf 'export HOME=/root TERM=%q LANG=C.UTF-8\n' "${TERM:-dumb}"
		for name in ${!NFI_*}; do
			printf 'export %s=%q\n' "$name" "${!name}"
		done
		printf 'cd %q || exit 126\n' "$PWD"
		[ $# = 0 ] || printf 'exec'
		printf ' %q' "$@"
		echo
	} >"$run/share/command"
}

run_clean() {
	[ -z "${guest:-}" ] || kill "$guest" 2>/dev/null || true
	run_reap
	rm -rf "$run"
}

# A User Mode Linux that crashes leaves processes behind, which hold the pipes
run_reap() {
	local file

	for file in "$run"/uml/*/pid; do
		[ ! -e "$file" ] || kill -KILL -- "-$(cat "$file")" 2>/dev/null || true
	done
}

# run_guest LIMIT EMULATOR [ARG...]: runs it, passing on what the command in the
# guest prints, for at most so many seconds. Exits as the command did, or with
# 1 when the kernel complained, or 124 for a guest that had to be stopped.
run_guest() {
	local limit=$1 status=0 readers
	shift

	cat <"$run/out" & readers=$!
	cat <"$run/err" >&2 & readers+=" $!"
	# so that the readers end even if nobody else ever opens the pipes; UML
	# takes these very descriptors
	exec 8<>"$run/out" 9<>"$run/err"

	timeout -k 5 "$limit" "$@" </dev/null >"$run/console" 2>&1 &
	guest=$!
	# braces, so that the shell does not tell us how it died
	{ wait "$guest" || status=$?; } 2>/dev/null
	guest=
	run_reap
	exec 8>&- 9>&-
	# shellcheck disable=SC2086
	wait $readers

	run_verdict "$limit" "$status"
}

run_verdict() {
	local log=$run/share/dmesg kept

	# It crashed? Then what it said since it came to the command.
	[ -e "$log" ] || sed "1,/$up/d" "$run/console" >"$log"
	if grep -qaE "$splat" "$log"; then
		kept=$top/build/splat-$(date +%H%M%S)-$$.log
		cp "$log" "$kept"
		echo "the kernel complained, see $kept:" >&2
		# without the guesses in its backtrace
		grep -aE -m 1 -B 5 -A 80 "$splat" "$log" | grep -av '\] ? ' >&2
		exit 1
	fi
	if [ -e "$run/share/status" ]; then
		exit "$(cat "$run/share/status")"
	fi
	echo "the guest's last words:" >&2
	tail -n 40 "$run/console" >&2
	if [ "$2" = 124 ]; then
		echo "stopped after $1 s (see --timeout)" >&2
		exit 124
	fi
	die "the guest ended without an answer"
}
