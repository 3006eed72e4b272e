/* The least that an echo server asks of the system: echo_server.py's calls, and nothing between them. What it
 * takes for a request is the floor for everybody. Prints the port first. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <unistd.h>

enum { EVENTS = 512, RECEIVED_AT_ONCE = 65536 };

static void check(int result, const char *what) {
    if (result < 0) {
        perror(what);
        exit(1);
    }
}

static void watch(int poller, int descriptor) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
    check(epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event), "epoll_ctl");
}

static void accept_one(int poller, int listener) {
    const int on = 1;
    int connection = accept(listener, NULL, NULL);
    check(connection, "accept");
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    watch(poller, connection);
}

static void echo(int connection) {
    char buffer[RECEIVED_AT_ONCE];
    ssize_t count = recv(connection, buffer, sizeof buffer, 0), sent = 0, part = 1;
    for (; sent < count && part > 0; sent += part)
        part = send(connection, buffer + sent, (size_t)(count - sent), MSG_NOSIGNAL);
    if (count <= 0 || part <= 0)
        close(connection);
}

int main(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    struct epoll_event events[EVENTS];
    int listener = socket(AF_INET, SOCK_STREAM, 0), poller = epoll_create1(0);
    check(bind(listener, (struct sockaddr *)&address, length), "bind");
    check(listen(listener, 1000), "listen");
    check(getsockname(listener, (struct sockaddr *)&address, &length), "getsockname");
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    watch(poller, listener);
    for (;;) {
        int count = epoll_wait(poller, events, EVENTS, -1);
        for (int i = 0; i < count; i++)
            if (events[i].data.fd == listener)
                accept_one(poller, listener);
            else
                echo(events[i].data.fd);
    }
}
