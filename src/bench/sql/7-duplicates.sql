-- D5. Names are compared only where they share one of their rarest words; groups are what links connect.
create or replace table candidates as
select id, team_id, workflow_id, on_step, lower(trim(tool)) as tool, lower(trim(domain)) as domain,
       list_distinct(list_filter(
         regexp_extract_all(lower(nfc_normalize(name)), '[\p{L}\p{M}\p{Nd}]+'),
         lambda word: not list_contains(['a', 'an', 'the', 'of', 'for', 'and', 'to', 'in', 'on', 'with', 'ai', 'pilot',
                                         'poc', 'project', 'tool', 'system'], word))) as words
from cases
where active and team_id is not null;

create or replace table words as
with each as (select id, team_id, tool, domain, len(words) as n, unnest(words) as word from candidates),
uses as (select word, count(*) as uses from each group by word)
select each.*, row_number() over (partition by id order by uses, word) as rarity
from each join uses using (word);

create or replace table links as
with alike as (
  select a.id as one, a.team_id as team, b.id as other, b.team_id as other_team
  from candidates a join candidates b
    on b.workflow_id = a.workflow_id and b.on_step = a.on_step and a.id < b.id and a.team_id <> b.team_id
  union
  select a.id, a.team_id, b.id, b.team_id
  from words a join words b
    on b.tool = a.tool and b.domain = a.domain and b.word = a.word and a.id < b.id and a.team_id <> b.team_id
  where a.tool <> 'redacted' and a.domain <> 'redacted'
  union
  select a.id, a.team_id, b.id, b.team_id
  from words a join words b on b.word = a.word and a.id < b.id and a.team_id <> b.team_id
  join candidates ca on ca.id = a.id join candidates cb on cb.id = b.id
  where a.n >= 2 and b.n >= 2
    and a.rarity <= a.n - (a.n * 80 + 99) // 100 + 1 and b.rarity <= b.n - (b.n * 80 + 99) // 100 + 1
    and len(list_intersect(ca.words, cb.words)) * 100
        >= (a.n + b.n - len(list_intersect(ca.words, cb.words))) * 80)
select one, other from alike
anti join above x on x.team = alike.team and x.id = alike.other_team
anti join above y on y.team = alike.other_team and y.id = alike.team;

create or replace table edges as
select one as a, other as b from links union all select other, one from links;

insert into findings
with recursive groups(id, label) using key (id) as (
  select a, least(a, min(b)) from edges group by a
  union
  select e.a, min(g.label)
  from edges e
  join groups g on g.id = e.b
  join recurring.groups r on r.id = e.a
  where g.label < r.label
  group by e.a)
select distinct 'D5', label, 'medium' from groups;
