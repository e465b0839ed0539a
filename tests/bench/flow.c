// SPDX-License-Identifier: GPL-2.0
/*
 * UDP from one network namespace to another, as fast as it gets there: never
 * more than WINDOW packets are on their way, so that nobody sends for nothing.
 * Each of SENDERS has a port and a CPU of its own. Prints how many arrived, in
 * how many seconds, and how many came after one that was sent later.
 *
 * usage: flow FROM TO ADDRESS SIZE COUNT SENDERS
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/types.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define PORT		2000
#define WINDOW		128
#define HEADERS		28	/* of IPv4 and UDP */
#define SENDERS_MAX	64
#define BUFFER		(8 << 20)

struct flow {
	sem_t credit;		/* packets that may still be sent */
	pthread_t sender;
	pthread_t receiver;
	int number;
	int from;
	int to;
	struct timespec last;	/* when a packet arrived */
	unsigned int received;
	unsigned int late;
};

static unsigned int count, size;

static int socket_in(const char *namespace)
{
	int buffer = BUFFER;
	char path[256];
	int fd, sock;

	snprintf(path, sizeof(path), "/run/netns/%s", namespace);
	fd = open(path, O_RDONLY);
	if (fd < 0 || setns(fd, CLONE_NEWNET))
		err(1, "%s", path);
	close(fd);
	sock = socket(AF_INET, SOCK_DGRAM, 0);
	if (sock < 0 ||
	    setsockopt(sock, SOL_SOCKET, SO_RCVBUFFORCE, &buffer, sizeof(buffer)))
		err(1, "socket");
	return sock;
}

static void *send_all(void *data)
{
	struct flow *flow = data;
	struct timespec limit;
	__u32 packet[16384];
	cpu_set_t cpus;
	__u32 n;

	CPU_ZERO(&cpus);
	CPU_SET(flow->number % sysconf(_SC_NPROCESSORS_ONLN), &cpus);
	pthread_setaffinity_np(pthread_self(), sizeof(cpus), &cpus);
	memset(packet, 0, sizeof(packet));
	for (n = 0; n < count; n++) {
		clock_gettime(CLOCK_REALTIME, &limit);
		limit.tv_sec += 1;
		/* a packet that was lost gives no credit back: wait in vain */
		sem_timedwait(&flow->credit, &limit);
		packet[0] = n;
		if (send(flow->from, packet, size - HEADERS, 0) < 0)
			warn("send");
	}
	return NULL;
}

static void *receive_all(void *data)
{
	struct timeval patience = { .tv_sec = 2 };
	struct flow *flow = data;
	__u32 packet[16384];
	__u32 highest = 0;

	setsockopt(flow->to, SOL_SOCKET, SO_RCVTIMEO, &patience,
		   sizeof(patience));
	while (flow->received < count &&
	       recv(flow->to, packet, sizeof(packet), 0) > 0) {
		clock_gettime(CLOCK_MONOTONIC, &flow->last);
		flow->received++;
		flow->late += packet[0] < highest;
		if (packet[0] > highest)
			highest = packet[0];
		sem_post(&flow->credit);
	}
	return NULL;
}

static double since(const struct timespec *begin, const struct timespec *end)
{
	return end->tv_sec - begin->tv_sec +
	       (end->tv_nsec - begin->tv_nsec) / 1e9;
}

int main(int argc, char **argv)
{
	struct sockaddr_in to = { .sin_family = AF_INET };
	struct flow flows[SENDERS_MAX] = {};
	unsigned int received = 0, late = 0;
	struct timespec begin;
	double seconds = 0;
	int senders, i;

	if (argc != 7)
		errx(2, "usage: flow FROM TO ADDRESS SIZE COUNT SENDERS");
	size = atoi(argv[4]);
	count = atoi(argv[5]);
	senders = atoi(argv[6]);
	if (!inet_aton(argv[3], &to.sin_addr) || size < HEADERS + 4 ||
	    size > 65000 || senders < 1 || senders > SENDERS_MAX)
		errx(2, "that makes no sense");

	for (i = 0; i < senders; i++) {
		flows[i].number = i;
		sem_init(&flows[i].credit, 0, WINDOW);
		to.sin_port = htons(PORT + i);
		flows[i].from = socket_in(argv[1]);
		flows[i].to = socket_in(argv[2]);
		if (bind(flows[i].to, (struct sockaddr *)&to, sizeof(to)) ||
		    connect(flows[i].from, (struct sockaddr *)&to, sizeof(to)))
			err(1, "%s", argv[3]);
	}
	clock_gettime(CLOCK_MONOTONIC, &begin);
	for (i = 0; i < senders; i++) {
		flows[i].last = begin;
		if (pthread_create(&flows[i].receiver, NULL, receive_all,
				   &flows[i]) ||
		    pthread_create(&flows[i].sender, NULL, send_all, &flows[i]))
			errx(1, "no thread");
	}
	for (i = 0; i < senders; i++) {
		pthread_join(flows[i].sender, NULL);
		pthread_join(flows[i].receiver, NULL);
		received += flows[i].received;
		late += flows[i].late;
		if (since(&begin, &flows[i].last) > seconds)
			seconds = since(&begin, &flows[i].last);
	}
	printf("%u %.6f %u\n", received, seconds, late);
	return 0;
}
