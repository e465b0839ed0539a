# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash
#
# The verbs of the end-to-end tests: two gateways, a host behind each, on the
# gateways our module or the kernel's own XFRM. A test script sources this, says
# what it wants with these verbs, and ends with done_testing.
#
#             10.1.0.0/24             192.0.2.0/24             10.2.0.0/24
#           2001:db8:1::/64         2001:db8:f::/64          2001:db8:2::/64
#
#    host1 ----------------- gw1 ================== gw2 ----------------- host2
#        .2               .1    .1              .2    .1                .2
#       eth0             lan    wan            wan    lan              eth0
#
# Every namespace has strict reverse path filtering. The outer link (=) is
# watched all the time: a packet in clear on it fails the test, and so does a
# packet that a gateway dropped where nobody said it would.
#
# The verbs, in the order of the file:
#   ok not_ok skip diag check known done_testing    TAP
#   in_ns lab_new lab_mtu lab_router            namespaces
#   key_new ours ours_config xfrm unprotect     one gateway
#   protect                                     both gateways
#   traffic                                     see traffic.py
#   no_drops expect_drops wire_quiet quiet      nothing is left over
#   capture_start capture_stop                  for the eyes of tshark
set -u
shopt -s lastpipe
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
umask 077

# Small files: configurations, keys, captures
tmp=$(mktemp -d)
mkdir "$tmp/gw1" "$tmp/gw2"
trap 'lab_end' EXIT

lab_end() {
	[ -z "${capture_pid-}" ] || kill "$capture_pid" 2>/dev/null
	if [ "${traffic_in-}" ]; then
		exec {traffic_in}>&-	# which ends traffic.py
		wait "$traffic_pid"
		printf 'netns del %s\n' "${lab[@]}" | ip -batch - 2>/dev/null
	fi
	rm -rf "$tmp"
}

#
# TAP
#
tests=0 failures=0

diag() { printf '# %s\n' "$@"; }

ok() { echo "ok $((++tests)) - $*"; }

skip() { echo "ok $((++tests)) - $1 # SKIP $2"; }

# not_ok NAME [DIAGNOSTIC...]: with what there is to know of the first few
not_ok() {
	local name=$1
	shift
	echo "not ok $((++tests)) - $name"
	[ $# = 0 ] || diag "$@"
	[ $((++failures)) -gt 3 ] || explain_failure
}

# check NAME COMMAND [ARG...]: what it prints is shown when it fails
check() {
	local name=$1
	shift
	if "$@" >"$tmp/log" 2>&1; then
		ok "$name"
	else
		not_ok "$name" "failed: $*"
		sed 's/^/#   /' "$tmp/log"
	fi
}

# known NAME WHY COMMAND [ARG...]: a check that fails, and we know it
known() {
	local name=$1 why=$2
	shift 2
	if "$@" >"$tmp/log" 2>&1; then
		ok "$name"
	else
		skip "$name" "known to fail: $why"
	fi
}

done_testing() {
	echo "1..$tests"
	exit $((failures != 0))
}

explain_failure() {
	local ns
	for ns in gw1 gw2; do
		diag "$ns:"
		in_ns $ns nfipsec show 2>&1 | head -n 200
		in_ns $ns grep -v '[[:space:]]0$' /proc/net/xfrm_stat
		in_ns $ns ip xfrm state | sed -E 's/0x[0-9a-f]{32,}/(key)/' |
			grep -v 'bitmap\|ffffffff\|00000000 0' | head -n 200
	done | sed 's/^/#   /'
	diag "kernel:"
	dmesg | grep -v 'link becomes ready' | tail -n 5 | sed 's/^/#   /'
}

#
# Namespaces
#

# in_ns NS COMMAND [ARG...]: quicker than ip netns exec
in_ns() {
	local ns=$1
	shift
	nsenter --net=/run/netns/"$ns" "$@"
}

# ${addr[host1 4]}: the addresses in the drawing; wan1 is gw1 on the outer link
declare -A addr subnet
for n in 1 2; do
	addr[host$n 4]=10.$n.0.2	addr[host$n 6]=2001:db8:$n::2
	addr[gw$n 4]=10.$n.0.1		addr[gw$n 6]=2001:db8:$n::1
	addr[wan$n 4]=192.0.2.$n	addr[wan$n 6]=2001:db8:f::$n
	subnet[$n 4]=10.$n.0.0/24	subnet[$n 6]=2001:db8:$n::/64
done

# All namespaces there are
lab=()

# lab_new: the drawing above, without protection. There may be more than one,
# the same but for $suffix after the names of the namespaces.
lab_new() {
	local x=${suffix-} ns n m

	modprobe nfipsec || exit 1
	[ "${traffic_in-}" ] || traffic_start
	ip -batch - <<-END || exit 1
		netns add host1$x
		netns add gw1$x
		netns add gw2$x
		netns add host2$x
	END
	lab+=("host1$x" "gw1$x" "gw2$x" "host2$x")
	for ns in host1 gw1 gw2 host2; do
		{ traffic set "$ns$x" 1 net/ipv4/conf/all/rp_filter \
			net/ipv4/conf/default/rp_filter &&
			traffic set "$ns$x" 0 net/ipv6/conf/default/accept_dad \
				net/ipv6/conf/default/router_solicitations
		} || exit 1
	done
	ip -batch - <<-END || exit 1
		link add eth0 netns host1$x type veth peer name lan netns gw1$x
		link add wan netns gw1$x type veth peer name wan netns gw2$x
		link add lan netns gw2$x type veth peer name eth0 netns host2$x
	END
	for n in 1 2; do
		m=$((3 - n))
		traffic set "gw$n$x" 1 net/ipv4/ip_forward net/ipv6/conf/all/forwarding
		ip -n "gw$n$x" -batch - <<-END || exit 1
			link set lo up
			addr add 10.$n.0.1/24 dev lan
			addr add 2001:db8:$n::1/64 dev lan nodad
			addr add 192.0.2.$n/24 dev wan
			addr add 2001:db8:f::$n/64 dev wan nodad
			link set lan up
			link set wan up
			route add 10.$m.0.0/24 via 192.0.2.$m src 10.$n.0.1
			route add 2001:db8:$m::/64 via 2001:db8:f::$m src 2001:db8:$n::1
		END
		ip -n "host$n$x" -batch - <<-END || exit 1
			link set lo up
			addr add 10.$n.0.2/24 dev eth0
			addr add 2001:db8:$n::2/64 dev eth0 nodad
			link set eth0 up
			route add default via 10.$n.0.1
			route add default via 2001:db8:$n::1
		END
	done
	{ traffic watch "gw1$x" wan && traffic watch "gw2$x" wan; } || exit 1
}

# lab_mtu MTU: of the outer link, on both ends
lab_mtu() {
	ip -n gw1 link set wan mtu "$1"
	ip -n gw2 link set wan mtu "$1"
}

# lab_router MTU: a router in the middle of the outer link, which is no wider
# than MTU behind it. The addresses stay: it answers for both ends.
lab_router() {
	local n
	ip -n gw1 link del wan
	ip -batch - <<-END || return 1
		netns add router
		link add r1 netns router type veth peer name new netns gw1
		link add r2 netns router type veth peer name new netns gw2
	END
	lab+=(router)
	for n in 1 2; do
		ip -n gw$n -batch - <<-END || return 1
			link set new name wan
			addr add 192.0.2.$n/24 dev wan
			addr add 2001:db8:f::$n/64 dev wan nodad
			link set wan up
			route add 10.$((3 - n)).0.0/24 via 192.0.2.$((3 - n)) src 10.$n.0.1
			route add 2001:db8:$((3 - n))::/64 via 2001:db8:f::$((3 - n)) src 2001:db8:$n::1
		END
		ip -n router -batch - <<-END || return 1
			addr add 192.0.2.$((n + 2))/32 dev r$n
			addr add 2001:db8:f::$((n + 2))/128 dev r$n nodad
			link set r$n up
			route add 192.0.2.$n dev r$n
			route add 2001:db8:f::$n dev r$n
			neigh add proxy 2001:db8:f::$((3 - n)) dev r$n
		END
	done
	traffic set router 1 net/ipv4/ip_forward net/ipv6/conf/all/forwarding \
		net/ipv4/conf/all/proxy_arp net/ipv6/conf/all/proxy_ndp \
		net/ipv6/conf/r1/proxy_ndp net/ipv6/conf/r2/proxy_ndp &&
		traffic set router 0 net/ipv4/icmp_ratelimit net/ipv6/icmp/ratelimit &&
		ip -n router link set r2 mtu "$1" && ip -n gw2 link set wan mtu "$1" &&
		traffic watch gw1 wan && traffic watch gw2 wan
}

#
# One gateway
#

# key_new SUITE: sets $key to fresh keying material in hex
key_new() {
	local cipher=${1%%-*} len bits
	bits=${cipher#aes} bits=${bits#camellia}
	case $cipher in
	chacha20poly1305*) len=36 ;;
	3des) len=24 ;;
	null|ah) len=0 ;;
	*ccm*) len=$((${bits:0:3} / 8 + 3)) ;;
	*gcm*|*gmac|*ctr) len=$((${bits:0:3} / 8 + 4)) ;;
	aes???|camellia???) len=$((bits / 8)) ;;
	*) echo "no such suite: $1" >&2; exit 1 ;;
	esac
	case ${1#"$cipher"} in
	'') ;;
	-sha1) len=$((len + 20)) ;;
	-sha256|-sha256_96) len=$((len + 32)) ;;
	-sha384) len=$((len + 48)) ;;
	-sha512) len=$((len + 64)) ;;
	-aesxcbc|-aescmac) len=$((len + 16)) ;;
	-aes???gmac) len=$((${1:6:3} / 8 + 4)) ;;
	*) echo "no such suite: $1" >&2; exit 1 ;;
	esac
	key=
	while [ ${#key} -lt $((2 * len)) ]; do
		# shellcheck disable=SC2153
		printf -v key %s%08x "$key" "$SRANDOM"
	done
	key=${key:0:2 * len}
}

# xfrm_algorithms SUITE KEY: sets $algorithms, as ip xfrm state wants them
xfrm_algorithms() {
	local cipher=${1%%-*} enc mac len icv key
	case $1 in
	*gcm*) algorithms="aead rfc4106(gcm(aes)) 0x$2 $((8 * ${cipher#*gcm}))" ;;
	*ccm*) algorithms="aead rfc4309(ccm(aes)) 0x$2 $((8 * ${cipher#*ccm}))" ;;
	*gmac) algorithms="aead rfc4543(gcm(aes)) 0x$2 128" ;;
	chacha*) algorithms="aead rfc7539esp(chacha20,poly1305) 0x$2 128" ;;
	esac
	[ "$cipher" != "$1" ] || return 0
	case $cipher in
	*ctr) enc='rfc3686(ctr(aes))' ;;
	aes*) enc='cbc(aes)' ;;
	camellia*) enc='cbc(camellia)' ;;
	3des) enc='cbc(des3_ede)' ;;
	null) enc='ecb(cipher_null)' ;;
	esac
	case ${1#*-} in
	sha1) mac='hmac(sha1)' len=40 icv=96 ;;
	sha256) mac='hmac(sha256)' len=64 icv=128 ;;
	sha256_96) mac='hmac(sha256)' len=64 icv=96 ;;
	sha384) mac='hmac(sha384)' len=96 icv=192 ;;
	sha512) mac='hmac(sha512)' len=128 icv=256 ;;
	aesxcbc) mac='xcbc(aes)' len=32 icv=96 ;;
	aescmac) mac='cmac(aes)' len=32 icv=96 ;;
	esac
	key=${2:0:${#2}-len}
	algorithms="auth-trunc $mac 0x${2: -len} $icv"
	[ "$cipher" = ah ] ||
		algorithms="enc $enc ${key:+0x}${key:-\"\"} $algorithms"
}

# ends N PAIR: sets $near and $far, the outer addresses of gateway N, and
# $inner, the family of what is inside. PAIR is 6in4 or the like, 4, or 6.
ends() {
	local family=${2#*in}
	inner=${2%in*}
	near=${addr[wan$1 $family]}
	far=${addr[wan$((3 - $1)) $family]}
}

# ours_config N MODE PAIR SUITE ESN SPI-OUT SPI-IN KEY-OUT KEY-IN [LINE...]:
# prints the configuration file of gateway N. ESN is esn or no-esn; each LINE
# goes into the section.
ours_config() {
	local n=$1 mode=$2 pair=$3 suite=$4 esn=$5 spi_out=$6 spi_in=$7
	local dir=$tmp/gw$n near far inner
	echo "$8" >"$dir/out.$spi_out"
	echo "$9" >"$dir/in.$spi_in"
	shift 9

	ends "$n" "$pair"
	echo "$mode t$spi_out {"
	echo "local = $near"
	echo "remote = $far"
	if [ "$mode" = tunnel ]; then
		echo "local-subnets = {${subnet[$n $inner]}}"
		echo "remote-subnets = {${subnet[$((3 - n)) $inner]}}"
	fi
	case $suite in
	ah-*) echo "ah = ${suite#ah-}" ;;
	*) echo "esp = $suite" ;;
	esac
	case $suite in
	*gcm*|*ccm*|*gmac|*ctr-*|chacha*) echo "fresh-keys = true" ;;
	esac
	[ "$esn" != esn ] || echo "esn = true"
	[ $# = 0 ] || printf '%s\n' "$@"
	echo "out { spi = $spi_out key-file = $dir/out.$spi_out }"
	echo "in { spi = $spi_in key-file = $dir/in.$spi_in }"
	echo "}"
}

# What each gateway has now: ours or xfrm
declare -A kind

# ours GW: put into effect the configuration on standard input, in place of all
# that was. May be the output of several ours_config.
ours() {
	local text
	kind[$1]=ours
	IFS= read -r -d '' text
	echo "$text" >"$tmp/$1.conf"
	traffic run "$1" nfipsec apply "$tmp/$1.conf"
}

# xfrm_config N MODE PAIR SUITE ESN SPI-OUT SPI-IN KEY-OUT KEY-IN: a batch of
# ip(8). Neighbour discovery is not protected (RFC 4301 would have it so only by
# a policy, and ours never does).
xfrm_config() {
	local n=$1 mode=$2 pair=$3 suite=$4 esn=$5 spi_out=$6 spi_in=$7
	local near far inner ours theirs ids flags='' type dir algorithms
	# of the two SAs alone: there may be more of the same ends
	local reqid=$((spi_out < spi_in ? spi_out : spi_in))

	ends "$n" "$pair"
	ids="proto esp reqid $reqid mode $mode"
	[ "$esn" != esn ] || flags=" esn"
	if [[ $suite = ah-* ]]; then
		# RFC 4302 2.2: a multiple of 4 octets will do for IPv4
		ids="proto ah reqid $reqid mode $mode" flags+=" align4"
	fi
	[ "$mode" != tunnel ] || flags+=" af-unspec"
	[ -z "$flags" ] || flags="flag$flags"
	if [ "$mode" = tunnel ]; then
		ours=${subnet[$n $inner]}
		theirs=${subnet[$((3 - n)) $inner]}
	else
		ours=$near theirs=$far
	fi
	xfrm_algorithms "$suite" "$8"
	echo "xfrm state add src $near dst $far spi $spi_out $ids" \
		"replay-window 1024 $flags $algorithms"
	xfrm_algorithms "$suite" "$9"
	echo "xfrm state add src $far dst $near spi $spi_in $ids" \
		"replay-window 1024 $flags $algorithms"
	[ "$mode" = tunnel ] || near='' far=''
	echo "xfrm policy add src $ours dst $theirs dir out priority 2" \
		"tmpl ${near:+src $near dst $far} $ids"
	for dir in in fwd; do
		echo "xfrm policy add src $theirs dst $ours dir $dir priority 2" \
			"tmpl ${near:+src $far dst $near} $ids"
	done
	[ "$mode$inner" = transport6 ] || return 0
	for type in 135 136; do
		echo "xfrm policy add src $ours dst $theirs proto ipv6-icmp" \
			"type $type dir out priority 1 action allow"
		echo "xfrm policy add src $theirs dst $ours proto ipv6-icmp" \
			"type $type dir in priority 1 action allow"
	done
}

# xfrm GW: as ours, with a batch of ip(8)
xfrm() {
	local text
	kind[$1]=xfrm
	IFS= read -r -d '' text
	printf '%s\n' "xfrm state flush" "xfrm policy flush" "$text" >"$tmp/$1.batch"
	traffic run "$1" ip -batch "$tmp/$1.batch"
}

# unprotect GW...: nothing is left of that
unprotect() {
	local ns
	for ns; do
		case ${kind[$ns]-} in
		ours) traffic run "$ns" nfipsec flush ;;
		xfrm) xfrm "$ns" </dev/null ;;
		esac
		kind[$ns]=
	done
}

#
# Both gateways
#
spi_last=$((0x1000))

# protect KIND1 KIND2 MODE PAIR SUITE [esn|no-esn [LINE...]]: with fresh keys and
# SPIs. KIND1 is what gw1 has, ours or xfrm. Each LINE is for our configuration.
protect() {
	local kind1=$1 kind2=$2 mode=$3 pair=$4 suite=$5 esn=${6-no-esn}
	local spi1=$((++spi_last)) spi2=$((++spi_last)) key key1 key2
	shift $(($# < 6 ? $# : 6))

	[ "${kind[gw1]-}" = "$kind1" ] || unprotect gw1
	[ "${kind[gw2]-}" = "$kind2" ] || unprotect gw2
	key_new "$suite"; key1=$key
	key_new "$suite"; key2=$key
	# by way of files, as a pipe would start a shell
	"${kind1}_config" 1 "$mode" "$pair" "$suite" "$esn" \
		$spi1 $spi2 "$key1" "$key2" "$@" >"$tmp/config1"
	"${kind2}_config" 2 "$mode" "$pair" "$suite" "$esn" \
		$spi2 $spi1 "$key2" "$key1" "$@" >"$tmp/config2"
	"$kind1" gw1 <"$tmp/config1" && "$kind2" gw2 <"$tmp/config2"
}

#
# Traffic
#
traffic_start() {
	coproc TRAFFIC { exec python3 "$here/traffic.py" 2>&1; }
	# the shell keeps its own two out of subshells
	exec {traffic_in}>&"${TRAFFIC[1]}" {traffic_out}<&"${TRAFFIC[0]}"
	eval "exec ${TRAFFIC[1]}>&- ${TRAFFIC[0]}<&-"
	# shellcheck disable=SC2153 # the shell sets it
	traffic_pid=$TRAFFIC_PID
}

# traffic COMMAND [ARG...]: see traffic.py; $answer is what it said, $output what
# a program printed
traffic() {
	local line
	output=
	echo "$*" >&"$traffic_in"
	answer="traffic.py ended"
	while IFS= read -r line; do
		case $line in
		'ok'*) answer=${line#ok}; answer=${answer# }; return 0 ;;
		'= '*) output+=${line#= }$'\n' ;;
		'fail '*) answer=${line#fail }; diag "$answer"; return 1 ;;
		*) echo "# ${line#\# }" ;;
		esac
	done <&"$traffic_out"
	diag "$answer"
	return 1
}

#
# Nothing is left over
#
declare -A drops_seen

# new_drops GW: sets $drops to what our module dropped there since the last time
# and $errors to what XFRM did: name=number ...
new_drops() {
	local json='' word name
	local -A now=()

	drops=
	if [ "${kind[$1]-}" = ours ]; then
		traffic run "$1" nfipsec -j stats || return 1
		json=$output
		[[ $json =~ \"drops\":\{([^}]*)\} ]] || return 1
	fi
	for word in ${json:+${BASH_REMATCH[1]//[,\"]/ }}; do
		case $word in
		:*) now[$name]=${word#:} ;;
		*) name=$word ;;
		esac
	done
	for name in "${!now[@]}"; do
		[ "${now[$name]}" = "${drops_seen[$1 $name]-0}" ] ||
			drops+="$name=$((now[$name] - ${drops_seen[$1 $name]-0})) "
		drops_seen["$1 $name"]=${now[$name]}
	done
	traffic xfrm "$1" || return 1
	errors=$answer
}

# no_drops GW [REASON...]: but for these reasons, of ours or of XFRM
no_drops() {
	local gw=$1 word drops errors bad=''
	shift
	new_drops "$gw" || return 1
	for word in $drops $errors; do
		case " $* " in
		*" ${word%=*} "*) ;;
		*) bad+=" $word" ;;
		esac
	done
	[ -z "$bad" ] || { diag "$gw dropped$bad"; return 1; }
}

# expect_drops GW REASON [N]: this and nothing else, N times or more than never
expect_drops() {
	local drops errors
	new_drops "$1" || return 1
	case "$drops$errors" in
	"$2=${3:-$((${drops//[!0-9]/}+0))} ") ;;
	*) diag "$1 dropped ${drops:-nothing }${errors}, not $2 ${3-}"; return 1 ;;
	esac
}

# wire_quiet: there was ESP or AH on the outer link, and nothing else
wire_quiet() { traffic watched; }

# quiet [REASON...]: all of it, after each thing that was tried
quiet() {
	local status=0
	wire_quiet || status=1
	no_drops gw1 "$@" || status=1
	no_drops gw2 "$@" || status=1
	return $status
}

# capture_start NS DEV FILE [EXPRESSION]: tcpdump, ready when this returns
capture_start() {
	local ns=$1 dev=$2 file=$3
	shift 3
	# not by in_ns, or $! would be a shell's
	nsenter --net=/run/netns/"$ns" tcpdump -i "$dev" -w "$file" -U -n \
		--immediate-mode "$@" 2>"$tmp/capture.log" &
	capture_pid=$!
	until grep -q 'listening on' "$tmp/capture.log"; do
		kill -0 $capture_pid || return 1
		sleep 0.05
	done
}

# capture_stop [now]: once all packets are in, or now, where they never end
capture_stop() {
	local said last='' answers=0 i=0
	[ "${1-}" != now ] || i=49
	# until it has seen everything: two answers in a row say the same. How much
	# the filter has passed does not tell, it is more than what is captured.
	for (( ; i < 50; i++)); do
		kill -USR1 "$capture_pid"
		sleep 0.15
		mapfile -t said <"$tmp/capture.log"
		[ ${#said[@]} = $answers ] && continue
		[ "${said[-1]%% packets captured*}" = "$last" ] && break
		answers=${#said[@]} last=${said[-1]%% packets captured*}
	done
	kill "$capture_pid"
	wait "$capture_pid" 2>/dev/null
	capture_pid=
}
