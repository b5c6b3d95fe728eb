-- Portfolios over time. The same tables on SQLite and PostgreSQL; days and instants are ISO 8601 texts, which sort as time does.

-- Whatever is large, once for the same bytes: files as uploaded, facts, advice. Packed with gzip; the key is of what is inside.
create table content (
    sha256 text   not null primary key,
    size   bigint not null,
    packed ${bytes} not null
);

create table portfolio (
    id         text   not null primary key,
    name       text   not null,
    created_at text   not null,
    created_by text   not null,
    snapshots  bigint not null default 0 -- how many there are: the number of the last one
);

-- What was known on a day. Never changed, see the triggers.
create table snapshot (
    portfolio_id  text   not null references portfolio (id),
    number        bigint not null, -- from 1, in the order of import
    as_of         text   not null,
    imported_at   text   not null,
    imported_by   text   not null,
    sent_digest   text   not null, -- of the files with their names, and of how they were read
    hours_per_day text   not null,
    strict        text   not null, -- yes or no
    mapping_name  text,
    mapping       text   references content (sha256),
    facts_digest  text   not null,
    facts         text   not null references content (sha256),
    counts        text   not null, -- JSON: rows of each table
    primary key (portfolio_id, number),
    unique (portfolio_id, sent_digest, as_of)
);

create table snapshot_file (
    portfolio_id text   not null,
    number       bigint not null,
    place        bigint not null, -- from 0, as they were sent
    name         text   not null,
    sha256       text   not null references content (sha256),
    primary key (portfolio_id, number, place),
    foreign key (portfolio_id, number) references snapshot (portfolio_id, number)
);

-- What a rule book says of a snapshot's facts. Never changed.
create table assessment (
    portfolio_id text   not null,
    number       bigint not null,
    rules_digest text   not null,
    rules_count  bigint not null,
    facts_digest text   not null,
    made_at      text   not null,
    advice       text   not null references content (sha256),
    figures      text   not null, -- JSON: scale health and what else is followed over time; small, for all are read at once
    waiting      text   not null, -- JSON: proofs that wait for a decision
    primary key (portfolio_id, number, rules_digest),
    foreign key (portfolio_id, number) references snapshot (portfolio_id, number)
);

-- Every recommendation that was ever made. Never changed.
create table recommendation (
    portfolio_id text   not null references portfolio (id),
    id           text   not null,
    kind         text   not null,
    title        text   not null, -- when it was first made
    first_number bigint not null,
    primary key (portfolio_id, id)
);

-- What people made of it; no row as long as nobody touched it.
create table handling (
    portfolio_id      text   not null,
    recommendation_id text   not null,
    state             text   not null,
    owner             text,
    due               text,
    reason            text,
    note              text,
    until_day         text,
    version           bigint not null, -- from 1, one more with each change
    changed_at        text   not null,
    changed_by        text   not null,
    primary key (portfolio_id, recommendation_id),
    foreign key (portfolio_id, recommendation_id) references recommendation (portfolio_id, id)
);

-- The same thing under two ids.
create table link (
    portfolio_id text   not null references portfolio (id),
    type         text   not null, -- use_case, workflow, ...
    old_id       text   not null,
    new_id       text   not null,
    number       bigint not null, -- of the snapshot that brought the new id
    status       text   not null, -- taken, candidate, confirmed, rejected
    evidence     text   not null,
    version      bigint not null,
    decided_at   text   not null,
    decided_by   text   not null,
    primary key (portfolio_id, type, old_id, new_id)
);

-- Who did what, when. Never changed.
create table event (
    id           ${serial},
    portfolio_id text   not null references portfolio (id),
    at           text   not null,
    actor        text   not null,
    action       text   not null,
    about        text   not null, -- a recommendation's id, a snapshot's number, ...
    was          text,            -- JSON
    became       text,            -- JSON
    comment      text
);

create index event_of on event (portfolio_id, about, id);
