-- Answers to requests that carry an Idempotency-Key: who sends one again is given the same answer, from whichever replica.
create table replay (
    client      text   not null, -- who asked
    key         text   not null, -- as they chose it
    fingerprint text   not null, -- SHA-256 of what they asked
    holder      text   not null, -- of the turn in which it is done; another one where that turn was over
    turn_ends   text   not null, -- when whoever does it is taken to be gone
    expires     text   not null,
    status      bigint,          -- of the answer; null as long as there is none
    headers     text,            -- JSON
    body        ${bytes},        -- packed with gzip
    primary key (client, key)
);

create index replay_expires on replay (expires);
