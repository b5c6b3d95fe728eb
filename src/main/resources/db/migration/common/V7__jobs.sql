-- Work that somebody asked for and comes back for: done by whichever replica has a turn.
create table job (
    id         text   not null primary key,
    owner      text   not null,
    as_of      text,
    names      text   not null, -- JSON: of the files
    sent       ${bytes},        -- the files; null once it is done
    state      text   not null, -- waiting, running, done, failed
    percent    bigint not null, -- of the files that is read
    attempts   bigint not null,
    turn_ends  text,            -- when whoever does it is taken to be gone
    created_at text   not null,
    done_at    text,
    status     bigint,          -- of the answer
    result     ${bytes}         -- packed with gzip
);

create index job_state on job (state, created_at);
