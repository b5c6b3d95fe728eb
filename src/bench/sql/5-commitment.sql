insert into findings
select 'C1', id, case when stage in ('in_use', 'standard') then 'critical' else 'high' end
from cases
where live and outcome_owner_id is null and pilot_owner_id is null and sponsor_id is null;

insert into findings
select 'C2', id, 'high'
from cases
where live and outcome_owner_id is null and (pilot_owner_id is not null or sponsor_id is not null);

insert into findings
select 'C3', c.id, case when count(*) >= 3 then 'high' else 'medium' end
from cases c join adoptions a on a.use_case_id = c.id
where c.active and a.mode = 'informal' and a.team_id is distinct from c.team_id
group by c.id;

insert into findings
with variants as (
  select a.use_case_id, a.team_id, lower(trim(v.variant)) as variant
  from adoptions a left join lateral (select unnest(string_split(a.variant, ';')) as variant) v on true)
select 'C4', c.id, 'high'
from cases c join variants v on v.use_case_id = c.id
where c.live
group by c.id
having count(distinct v.team_id) >= 2 and count(distinct v.variant) >= 2;

insert into findings
with remit as (
  select c.id, p.team_id as team from cases c join people p on p.id = c.outcome_owner_id
  union
  select c.id, t.id from cases c join teams t on t.lead_id = c.outcome_owner_id
  union
  select d.subject_id, trim(unnest(string_split(d.team_ids, ';')))
  from decisions d where d.subject_type = 'use_case' and d.kind = 'standardise'),
inside as (
  select distinct a.use_case_id, a.team_id
  from adoptions a join above on above.team = a.team_id
  join remit r on r.id = a.use_case_id and r.team = above.id)
select distinct 'C5', c.id, 'high'
from cases c
join people p on p.id = c.outcome_owner_id
join adoptions a on a.use_case_id = c.id
anti join inside i on i.use_case_id = a.use_case_id and i.team_id = a.team_id
where c.live and p.team_id is not null;

insert into findings
select 'C6', c.id, 'high'
from cases c
where c.declared and c.workflow_id is not null
  and not exists (from responsibilities r where r.workflow_id = c.workflow_id
                  and r.updated_on >= coalesce(c.started_on, c.declared_on, date '0001-01-01'));

insert into findings
select 'C7', c.id, 'medium'
from cases c
where c.declared and c.workflow_id is not null
  and not exists (from responsibilities r where r.workflow_id = c.workflow_id and r.measured_by is not null);

insert into findings
select 'C8', c.id, 'high'
from cases c join adoptions a on a.use_case_id = c.id
where c.declared
group by c.id
having bool_or(coalesce(a.old_way_still_used, false))
    or sum(a.eligible_users) filter (a.users is not null) <> 0
       and sum(a.users) filter (a.eligible_users is not null) * 100
           < sum(a.eligible_users) filter (a.users is not null) * 50;

insert into findings
select 'C9', 'organisation', 'high'
from cases c join adoptions a on a.use_case_id = c.id
where c.live
having count(*) >= 5 and count(distinct a.team_id) >= 3 and not bool_or(c.declared);
