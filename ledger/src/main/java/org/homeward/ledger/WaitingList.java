package org.homeward.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What many threads add and one takes, all of it at once and in the order in which it came. One swap adds and one takes: a lock
 * here would put each of hundreds of threads, woken at once, to sleep a second time.
 */
final class WaitingList<T> {
    private static final class Node<T> {
        private final T item;
        private @Nullable Node<T> earlier;

        private Node(T item) {
            this.item = item;
        }
    }

    private final AtomicReference<@Nullable Node<T>> newest = new AtomicReference<>();

    /** Adds, and wakes the thread that takes where it may have found nothing. */
    void add(T item, Thread taker) {
        Node<T> node = new Node<>(item);
        Node<T> before;
        do {
            before = newest.get();
            node.earlier = before;
        } while (!newest.compareAndSet(before, node));
        if (before == null) {
            LockSupport.unpark(taker);
        }
    }

    /** All that waits; empty when nothing does, or for no reason, as parking goes. For one thread only. */
    List<T> await() {
        if (newest.get() == null) {
            LockSupport.park(this);
        }
        return take();
    }

    /** All that waits; empty when nothing does. */
    List<T> take() {
        List<T> taken = new ArrayList<>();
        for (Node<T> node = newest.getAndSet(null); node != null; ) {
            taken.add(node.item);
            Node<T> earlier = node.earlier;
            node.earlier = null; // a long life of one is then not the life of all before it
            node = earlier;
        }
        return taken.reversed();
    }
}
