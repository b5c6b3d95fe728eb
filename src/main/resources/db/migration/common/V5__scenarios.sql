-- What somebody supposed about a snapshot, under a name: the facts stay as they are.
create table scenario (
    portfolio_id text   not null,
    number       bigint not null,
    name         text   not null,
    edits        text   not null, -- JSON: each as it stands in the page's address
    kept_at      text   not null,
    kept_by      text   not null,
    primary key (portfolio_id, number, name),
    foreign key (portfolio_id, number) references snapshot (portfolio_id, number)
);
