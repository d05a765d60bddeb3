package org.homeward.protocol.exchange;

/** Soldier or civilian: a civilian never balances a soldier. */
public enum Kind {
    SOLDIER,
    CIVILIAN
}
