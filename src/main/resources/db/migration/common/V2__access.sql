-- Who may get in, and who did what. Instants are ISO 8601 texts.

-- One row, changed first in every change of accounts: two changes at once come one after the other, also on PostgreSQL.
create table access_turn (
    id      bigint not null primary key,
    changes bigint not null
);

insert into access_turn (id, changes) values (1, 0);

create table account (
    name       text   not null primary key, -- as it is typed at the log-in, in small letters
    display    text   not null,
    password   text,                        -- Argon2; null where it logs in elsewhere, or only by tokens
    subject    text   unique,               -- of an OpenID Connect issuer: issuer and sub
    active     text   not null,             -- yes or no
    version    bigint not null,             -- from 1, one more with each change
    epoch      bigint not null,             -- one more when all its sessions are to end
    created_at text   not null,
    created_by text   not null
);

create table access_grant (
    account   text not null references account (name),
    role      text not null, -- viewer, lead, analyst, publisher, administrator
    portfolio text not null, -- its id, or * for all
    primary key (account, role, portfolio)
);

create table api_token (
    id         text not null primary key, -- the part of the token that may be shown
    name       text not null,             -- of the client
    account    text not null references account (name),
    hash       text not null,             -- SHA-256 of the secret part, which has 256 bits of chance
    scopes     text not null,             -- set apart by blanks
    created_at text not null,
    created_by text not null,
    expires_at text not null,
    revoked_at text
);

create index api_token_of on api_token (account, id);

-- Every change and every refused access. Never changed.
create table audit (
    id      ${serial},
    at      text not null,
    actor   text not null,
    via     text not null, -- local, session, token, none
    address text not null, -- where the request came from
    action  text not null, -- such as PUT /api/v1/users/{name}
    about   text not null, -- the address as it was asked
    outcome text not null, -- done, refused, failed
    detail  text not null, -- why, or what
    request text not null  -- the X-Request-Id
);
