-- Texts by name that replicas have in common: drafts of rules, and rules that were live.
create table kept_text (
    shelf text not null,
    name  text not null,
    text  text not null,
    primary key (shelf, name)
);
