# SPDX-License-Identifier: GPL-2.0
# What Kbuild adds to the module with NFIPSEC_KUNIT=1
nfipsec-kunit-objs := $(addprefix tests/kunit/, fixture.o \
	addr_kunit.o range_kunit.o algo_kunit.o replay_kunit.o selector_kunit.o \
	lists_kunit.o stats_kunit.o pages_kunit.o dst_kunit.o sa_kunit.o \
	lifetime_kunit.o path_kunit.o sad_kunit.o \
	policy_kunit.o spd_table_kunit.o spd_kunit.o \
	packet_kunit.o esp_kunit.o crypt_kunit.o \
	encap_kunit.o pmtu_kunit.o icmp_kunit.o mss_kunit.o segment_kunit.o \
	udpencap_kunit.o tfc_kunit.o peer_kunit.o cache_kunit.o inroute_kunit.o queue_kunit.o \
	builtin_kunit.o outbound_kunit.o inbound_kunit.o hook_kunit.o \
	mutable_kunit.o mac_kunit.o ah_kunit.o resync_kunit.o \
	fuzz_kunit.o)
