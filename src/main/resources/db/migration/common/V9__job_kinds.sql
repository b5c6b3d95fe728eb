-- Not only advice takes long.
alter table job add column kind text not null default 'advice';
