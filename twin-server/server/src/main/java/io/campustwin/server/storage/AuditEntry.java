package io.campustwin.server.storage;

/**
 * One line of the audit. Each carries the hash of the one before, so that nothing can be changed or dropped unseen.
 *
 * @param number from 1, without gaps
 * @param time epoch ms
 * @param user key of who did it, {@code visitor} without a token, {@code system}
 * @param action closed list: login, logout, command, acknowledge, user-create, user-change, user-erase,
 *     password-change
 * @param target what it was done to, such as a command id, point, alarm or the key of a person
 * @param outcome {@code ok}, {@code denied} or {@code failed}
 * @param detail for people; never a secret
 * @param hash SHA-256, hex, over the hash before and this entry's own fields
 */
public record AuditEntry(
    long number,
    long time,
    String user,
    String action,
    String target,
    String outcome,
    String detail,
    String hash) {}
