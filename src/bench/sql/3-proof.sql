insert into findings
select 'A1', id, case when validated_on < getvariable('as_of') - 90 then 'high' else 'medium' end
from cases
where active and stage <> 'pilot' and not settled and validated_on < getvariable('as_of') - 30;

insert into findings
select 'A2', id, case when signs > 1 then 'high' else 'medium' end
from (select id, coalesce((started_on < getvariable('as_of') - 180)::int, 0) + (extensions >= 2)::int
                 + coalesce((planned_end_on < getvariable('as_of'))::int, 0) as signs
      from cases where active and stage = 'pilot' and not settled)
where signs > 0;

insert into findings
select 'A3', c.id, 'medium'
from cases c left join flows f on f.id = c.workflow_id
where c.live and (c.success_measure is null
                  or c.workflow_id is not null and c.measure_scope = 'task' and f.outcome is null);

insert into findings
select 'A4', c.id, 'high'
from cases c join flows f on f.id = c.workflow_id
where c.live and c.stage <> 'pilot' and (f.redesigned_on is null or f.redesigned_on < c.started_on - 180);

insert into findings
select 'A5', c.id, 'medium'
from cases c left join flows f on f.id = c.workflow_id
where c.live and (c.workflow_id is null or coalesce(f.n_steps, 0) = 0);
