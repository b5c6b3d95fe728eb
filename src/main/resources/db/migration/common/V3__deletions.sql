-- A portfolio may be deleted as a whole; never a part of it.
create table deletion (
    id           ${serial},
    portfolio_id text not null, -- which may be of another one by now
    at           text not null,
    actor        text not null,
    state        text not null  -- going, seen only by the transaction that deletes; gone
);
