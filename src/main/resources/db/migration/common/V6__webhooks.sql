-- Addresses that are told what happens. portfolio_id is null where they are told of all portfolios.
create table webhook (
    id           text not null primary key,
    portfolio_id text,
    url          text not null,
    kinds        text not null, -- set apart by commas
    secret       text not null, -- by which what is sent is signed
    created_at   text not null,
    created_by   text not null
);

-- What they are to be told: written with what happened, in one transaction, and tried until it arrives.
create table delivery (
    id           ${serial},
    webhook      text   not null references webhook (id),
    portfolio_id text   not null,
    kind         text   not null,
    event        bigint not null, -- the number of what happened
    state        text   not null, -- waiting, delivered, nothing (to tell), given_up
    body         text,            -- null until it is composed; then the same for each attempt
    attempts     bigint not null,
    next_at      text   not null,
    turn_ends    text,            -- when whoever sends it is taken to be gone
    status       bigint,          -- of the last answer
    said         text,            -- why the last attempt failed
    done_at      text
);

create index delivery_next on delivery (state, next_at);

create index delivery_webhook on delivery (webhook, id);
