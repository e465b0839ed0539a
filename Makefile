# SPDX-License-Identifier: GPL-2.0
#
# What a person can do here. What the module is made of is in Kbuild.

export PREFIX ?= /usr/local
VERSION := $(shell sed -n 's/^PACKAGE_VERSION="\(.*\)"/\1/p' dkms.conf)

# The kernel to build for: the one that runs or, where it has no headers, the
# newest that has.
KDIR ?= $(shell ls -d /lib/modules/$$(uname -r)/build 2>/dev/null || \
	ls -d /lib/modules/*/build 2>/dev/null | sort -V | tail -n 1)
RELEASE = $(shell sed -n 's/.* UTS_RELEASE "\(.*\)"/\1/p' \
	"$(KDIR)/include/generated/utsrelease.h" 2>/dev/null)

all: module tool ## build module and tool, for the running kernel or KDIR=

module: kernel
	+scripts/build-module $(RELEASE) $(KDIR)

tool:
	$(MAKE) -C tools/nfipsec

kernel:
	@[ -n "$(RELEASE)" ] || { echo "no kernel headers$(KDIR:%= in %):" \
		"install those of your kernel, or say KDIR=" >&2; exit 1; }

demo: ## see it work, in a virtual machine: two gateways and a tunnel
	@scripts/deps build vm
	@echo "building module and tool, and booting a virtual machine"
	@tests/vm -- tests/demo

check: ## run all tests
	@tests/check

bench: ## measure us beside XFRM and WireGuard (BENCH=forward ...)
	@tests/bench/run $(BENCH)

lint: ## what compiler, sparse, checkpatch and others say of the sources
	@scripts/lint

regen: ## generate the control protocol from its specification
	scripts/regen

install: all ## install module, tool and manual pages (PREFIX=, DESTDIR=)
	install -D -m 644 build/$(RELEASE)/nfipsec.ko \
		$(DESTDIR)/lib/modules/$(RELEASE)/updates/nfipsec.ko
	$(if $(DESTDIR),,depmod -a $(RELEASE))
	$(MAKE) -C tools/nfipsec install

dkms: ## let DKMS build and install the module, now and for kernels to come
	@scripts/deps dkms
	rm -rf /usr/src/nfipsec-$(VERSION)
	mkdir -p /usr/src/nfipsec-$(VERSION)
	cp -r Kbuild dkms.conf src include /usr/src/nfipsec-$(VERSION)
	dkms remove nfipsec/$(VERSION) --all >/dev/null 2>&1 || true
	dkms add nfipsec/$(VERSION)
	dkms install nfipsec/$(VERSION) -k $(RELEASE) --kernelsourcedir $(KDIR)

clean: ## remove what was built here
	rm -rf build
	$(MAKE) -C tools/nfipsec clean

help: ## say what can be made
	@sed -nE 's/^([a-z]+):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

.PHONY: all module tool kernel demo check bench lint regen install dkms clean help
