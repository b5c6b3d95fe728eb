package org.throughline.store;

import java.time.Instant;

/**
 * A change, or an access that was refused. Kept as it was written.
 *
 * @param id given by the database, in the order of writing; 0 before that
 * @param via how the actor got in: local, session, token, none
 * @param address from where
 * @param action such as {@code PUT /api/v1/users/{name}}
 * @param about the address as it was asked
 * @param outcome done, refused or failed
 * @param detail why, or what
 * @param request its {@code X-Request-Id}
 */
public record AuditLine(
        long id,
        Instant at,
        String actor,
        String via,
        String address,
        String action,
        String about,
        String outcome,
        String detail,
        String request) {}
