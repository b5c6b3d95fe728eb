insert into findings
with roots as (
  select above.team, above.id as root from above join teams t on t.id = above.id where t.parent_id is null)
select 'D1', r.root, 'critical'
from cases c join roots r on r.team = c.team_id
group by r.root
having count(*) filter (c.stage <> 'idea' and c.started_on between getvariable('as_of') - 365
                                                              and getvariable('as_of')) >= 3
   and bool_or(c.active and not c.settled
               and (c.stage = 'validated'
                    or c.stage = 'pilot' and coalesce(c.started_on < getvariable('as_of') - 365, false)))
   and not bool_or(c.declared and not coalesce(c.declared_on < getvariable('as_of') - 365, false));

create or replace table blocking as
select distinct f.id, trim(unnest(string_split(f.use_case_ids, ';'))) as use_case_id
from frictions f
where (f.recorded_on is null or f.recorded_on <= getvariable('as_of'))
  and (f.removed_on is null or f.removed_on > getvariable('as_of'));

insert into findings
select 'D2', b.id, case when count(*) >= 4 then 'critical' else 'high' end
from blocking b join cases c on c.id = b.use_case_id
where c.active
group by b.id
having count(*) >= 2;

insert into findings
select 'D3', workflow_id, 'high'
from cases
where workflow_id is not null
group by workflow_id
having count(*) filter (active) >= 3 and not bool_or(declared);

insert into findings
select 'D4', t.id, 'medium'
from teams t join cases c on c.team_id = t.id
where c.active
group by t.id, t.initiative_capacity, t.headcount
having count(*) > coalesce(t.initiative_capacity, greatest(1, floor(t.headcount / 5)));

insert into findings
select 'D6', owner, 'medium'
from (select id, pilot_owner_id as owner from cases where active and pilot_owner_id is not null
      union
      select id, outcome_owner_id from cases where active and outcome_owner_id is not null)
group by owner
having count(*) > 5;

insert into findings
select distinct 'D7', c.id, 'medium'
from cases c join frictions f on f.workflow_id = c.workflow_id
where c.active and f.recorded_on < c.started_on and (f.removed_on is null or f.removed_on > c.started_on);
